import { type AnchorHTMLAttributes, type ComponentType, createContext, type Ref, useContext } from 'react';
import { cx } from '../cx.ts';

/** What a link is given; the app's own link component turns it into client-side navigation. */
export type UiLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  href: string;
  ref?: Ref<HTMLAnchorElement> | undefined;
};

/** A component that can stand in for <a>. */
export type LinkComponent = ComponentType<UiLinkProps>;

function PlainLink(props: UiLinkProps) {
  return <a {...props} />;
}

export const LinkContext = createContext<LinkComponent>(PlainLink);

/** A link within text, in the accent's colour. */
export function TextLink({ className, ...rest }: UiLinkProps) {
  return <UiLink {...rest} className={cx('ui-link', className)} />;
}

/** A link in the app's own router. */
export function UiLink(props: UiLinkProps) {
  const Link = useContext(LinkContext);
  return <Link {...props} />;
}
