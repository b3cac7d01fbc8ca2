import { cx, type UiLinkProps } from '@sallyport/ui';
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';

function isPlainClick(event: MouseEvent<HTMLAnchorElement>): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

/** Paths of this app: not another host's, and not the server's files. */
const IN_THE_APP = /^\/(?!\/|files\/)/;

/** A link that stays inside the app where its address does. */
export function AppLink({ href, onClick, target, className, ...rest }: UiLinkProps) {
  const router = useRouter();
  const isInside = IN_THE_APP.test(href) && target === undefined;
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || !isInside || !isPlainClick(event)) return;
    event.preventDefault();
    void router.navigate({ href });
  };
  return <a {...rest} className={cx(className)} href={href} target={target} onClick={follow} />;
}
