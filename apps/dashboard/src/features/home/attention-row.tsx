import { Button, cx, Icon, type IconName } from '@sallyport/ui';
import type { ReactNode } from 'react';

const TONES = {
  neutral: 'border-border bg-sunken text-icon',
  accent: 'border-accent-border bg-accent-bg text-accent-text',
  caution: 'border-caution-border bg-caution-bg text-caution-text',
} as const;

/** One thing that waits: what it is, since or until when, and where to deal with it. */
export function AttentionRow({
  icon,
  tone,
  children,
  note,
  when,
  href,
  action,
}: {
  icon: IconName;
  tone: keyof typeof TONES;
  children: ReactNode;
  note: ReactNode;
  when?: ReactNode;
  href: string;
  action: string;
}) {
  return (
    <li className="flex min-h-13 items-center gap-3 px-3.5 py-2">
      <span className={cx('grid size-6.5 shrink-0 place-content-center rounded-md border', TONES[tone])}>
        <Icon name={icon} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="truncate max-sm:whitespace-normal">{children}</p>
        <p className="truncate text-xs text-text-3 max-sm:whitespace-normal">{note}</p>
      </div>
      {when ? <span className="text-xs whitespace-nowrap text-text-2 max-sm:hidden">{when}</span> : null}
      <Button size="sm" className="min-w-20 justify-center" href={href}>
        {action}
      </Button>
    </li>
  );
}
