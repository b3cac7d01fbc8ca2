import { Button, Icon } from '@sallyport/ui';
import { useCurrentUser } from '../../lib/current-user.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.groups.effect;

/** The button that counts the changes; a lock says that it asks who you are. */
export function SaveFooter({
  label,
  busyLabel,
  isBusy,
  canSave,
  needsConfirmation,
  problem,
  onSave,
  onDiscard,
}: {
  label: string;
  busyLabel: string;
  isBusy: boolean;
  canSave: boolean;
  needsConfirmation: boolean;
  problem?: string | undefined;
  onSave: () => void;
  onDiscard?: (() => void) | undefined;
}) {
  const { confirmedUntil } = useCurrentUser().session;
  const isConfirmed = confirmedUntil !== null && Date.parse(confirmedUntil) > Date.now();
  return (
    <div className="w-full">
      {problem ? (
        <p className="ui-field-error mb-2.5" role="alert">
          <Icon name="alert" size={14} />
          <span>{problem}</span>
        </p>
      ) : needsConfirmation && !isConfirmed ? (
        <p className="mb-2.5 flex items-center gap-1.5 text-xs max-sm:hidden text-text-3">
          <Icon name="lock" size={14} />
          {t.asks}
        </p>
      ) : null}
      <div className="flex gap-2">
        {onDiscard ? (
          <Button size="lg" onClick={onDiscard}>
            {strings.common.discard}
          </Button>
        ) : null}
        <Button
          className="flex-1"
          size="lg"
          variant="primary"
          lock={needsConfirmation}
          disabled={!canSave && !isBusy}
          busy={isBusy}
          busyLabel={busyLabel}
          onClick={onSave}
        >
          {label}
        </Button>
      </div>
    </div>
  );
}
