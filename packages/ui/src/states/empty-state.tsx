import type { ReactNode } from 'react';
import { Button } from '../actions/button.tsx';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/icon-paths.ts';
import { useStrings } from '../strings.ts';

/** Nothing here yet: says what to do next. */
export function EmptyState({
  icon,
  title,
  body,
  actions,
}: {
  icon?: IconName | undefined;
  title: string;
  body?: ReactNode | undefined;
  actions?: ReactNode | undefined;
}) {
  return (
    <div className="ui-state">
      {icon ? <Icon name={icon} size={20} /> : null}
      <p className="ui-state-title">{title}</p>
      {body ? <p className="ui-state-body">{body}</p> : null}
      {actions ? <div className="ui-state-actions">{actions}</div> : null}
    </div>
  );
}

/** Something did not load: what happened, what is safe, and a retry. */
export function ErrorState({
  title,
  body,
  onRetry,
  actions,
}: {
  title: string;
  body?: ReactNode | undefined;
  onRetry?: (() => void) | undefined;
  actions?: ReactNode | undefined;
}) {
  const strings = useStrings();
  return (
    <div className="ui-state" role="alert" data-tone="caution">
      <Icon name="alert" size={20} />
      <p className="ui-state-title">{title}</p>
      {body ? <p className="ui-state-body">{body}</p> : null}
      <div className="ui-state-actions">
        {onRetry ? (
          <Button size="sm" icon="retest" onClick={onRetry}>
            {strings.retry}
          </Button>
        ) : null}
        {actions}
      </div>
    </div>
  );
}
