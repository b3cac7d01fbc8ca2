import type { ReactNode } from 'react';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/icon-paths.ts';

/** What a notice is about. */
export type NoticeTone = 'neutral' | 'accent' | 'positive' | 'caution' | 'negative' | 'special';

const ICONS: Record<NoticeTone, IconName> = {
  neutral: 'info',
  accent: 'info',
  positive: 'check-circle',
  caution: 'alert',
  negative: 'alert',
  special: 'info',
};

/** Says a fact, then its consequence; actions at its end. */
export function Notice({
  tone = 'neutral',
  title,
  icon,
  children,
  actions,
  live,
}: {
  tone?: NoticeTone | undefined;
  title?: ReactNode | undefined;
  icon?: IconName | undefined;
  children?: ReactNode | undefined;
  actions?: ReactNode | undefined;
  /** Speaks it when it appears. */
  live?: boolean | undefined;
}) {
  return (
    <div
      className="ui-notice"
      data-tone={tone}
      role={live ? (tone === 'negative' ? 'alert' : 'status') : undefined}
    >
      <Icon name={icon ?? ICONS[tone]} />
      <div className="ui-notice-body">
        {title ? <p className="ui-notice-title">{title}</p> : null}
        {children ? <div className="ui-notice-text">{children}</div> : null}
      </div>
      {actions ? <div className="ui-notice-actions">{actions}</div> : null}
    </div>
  );
}
