import { Button, Icon, type IconName } from '@sallyport/ui';
import type { ReactNode } from 'react';
import type { Control } from './account-facts.ts';

/** One thing that can be done, what it does, and its button; without the right, why not. */
export function ActionRow({
  icon,
  title,
  value,
  note,
  action,
  danger,
  control,
  blocked,
  href,
  onAction,
}: {
  icon: IconName;
  title: string;
  /** How it stands now. */
  value?: ReactNode;
  note: ReactNode;
  action: string;
  danger?: boolean;
  control: Control | null;
  /** Why it cannot be done although the viewer may. */
  blocked?: string | null | undefined;
  href?: string;
  onAction?: () => void;
}) {
  if (control === null) return null;
  const why = control.isOpen ? (blocked ?? null) : control.why;
  return (
    <li className="flex items-start gap-3 border-t border-border-soft px-3.5 py-3 first:border-t-0 max-sm:flex-wrap">
      <Icon name={icon} className="mt-0.5 shrink-0 text-icon" />
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-medium">
          {title}
          {value ? <span className="ml-2 font-normal text-text-2">{value}</span> : null}
        </p>
        <p className="text-xs text-text-3">{note}</p>
        {why ? (
          <p className="mt-1 flex items-start gap-1.5 text-xs text-text-2">
            <Icon name="lock" size={12} className="mt-0.5 shrink-0" />
            <span>{why}</span>
          </p>
        ) : null}
      </div>
      {why === null ? (
        <Button
          size="sm"
          variant={danger ? 'danger' : 'default'}
          lock={control.needsConfirmation}
          {...(href === undefined ? { onClick: onAction } : { href })}
        >
          {action}
        </Button>
      ) : null}
    </li>
  );
}
