import { Icon, type IconName } from '@sallyport/ui';
import type { ReactNode } from 'react';

/** One factor or device: what it is, its facts below, what can be done with it at the end. */
export function OwnRow({
  icon,
  title,
  note,
  actions,
}: {
  icon: IconName;
  title: ReactNode;
  note: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="ui-own-row">
      <Icon name={icon} />
      <div className="ui-own-row-text">
        <p className="ui-own-row-title">{title}</p>
        <p className="ui-own-row-note">{note}</p>
      </div>
      {actions ? <div className="ui-own-row-actions">{actions}</div> : null}
    </div>
  );
}
