import { cx, Icon } from '@sallyport/ui';
import type { ReactNode } from 'react';

/** Fetches a file and stays on the page, whatever the answer is. */
export function DownloadLink({ href, name, children }: { href: string; name: string; children?: ReactNode }) {
  return (
    <a
      className={cx('ui-button', children === undefined && 'ui-icon-button')}
      data-size="md"
      data-variant="default"
      href={href}
      download
      aria-label={name}
    >
      <Icon name="download" />
      {children === undefined ? null : <span className="ui-button-text">{children}</span>}
    </a>
  );
}
