import type { AccountControl } from '@sallyport/contracts/staff';
import { Card, Checkbox } from '@sallyport/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { strings } from '../../strings/strings.ts';
import { type AccountPage, controlOf } from './account-facts.ts';
import { ActionRow } from './action-row.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { type Removal, RemovalObstacles } from './removal-obstacles.tsx';

const t = strings.accounts;
type Asked = 'suspend' | 'liftSuspension' | 'deactivate' | 'reactivate' | 'move' | 'anonymise' | 'delete';

/** Stopping at once, leaving, removing for good: each with what it does, and what stands in its way. */
export function DangerTab({
  account,
  removal,
  onMove,
  onGone,
}: {
  account: AccountPage;
  removal: UseQueryResult<Removal, unknown>;
  /** Of customers: opens the choice of another company. */
  onMove?: () => void;
  onGone: () => void;
}) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [leaves, setLeaves] = useState(false);
  const { controls, name, calls, kind, status } = account;
  const of = (control: AccountControl) => controlOf(controls, control);
  const row = (control: Asked) => ({ control: of(control), onAction: () => setAsked(control) });
  const asking = {
    onClose: () => setAsked(null),
    onDone: async () => {
      await Promise.all([account.onChanged(), removal.refetch()]);
    },
  };
  const led = controls.ledProjects;
  const isAnonymous = status === 'ANONYMISED';
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      {isAnonymous ? null : (
        <Card title={t.danger.stop}>
          <ul>
            {controls.security.suspendedAt ? (
              <ActionRow
                {...row('liftSuspension')}
                icon="unlock"
                title={t.lift.row}
                note={t.lift.note}
                action={t.lift.action}
              />
            ) : (
              <ActionRow
                {...row('suspend')}
                icon="pause"
                title={t.suspend.row}
                note={t.suspend.note}
                action={t.suspend.action}
                danger
              />
            )}
          </ul>
        </Card>
      )}
      {isAnonymous ? null : (
        <Card title={t.danger.leave}>
          <ul>
            {kind === 'user' ? (
              <ActionRow
                control={of('offboard')}
                icon="sign-out"
                title={t.offboard.row}
                value={led > 0 ? t.deactivate.leads(led) : undefined}
                note={t.offboard.note}
                action={t.offboard.action}
                href={`/users/${account.id}/offboard`}
              />
            ) : (
              <ActionRow
                control={of('move')}
                icon="building"
                title={t.move.row}
                note={t.move.note}
                action={t.move.action}
                {...(onMove ? { onAction: onMove } : {})}
              />
            )}
            {status === 'INACTIVE' ? (
              <ActionRow
                {...row('reactivate')}
                icon="reopen"
                title={t.reactivate.row}
                note={t.reactivate.note}
                action={t.reactivate.action}
              />
            ) : (
              <ActionRow
                {...row('deactivate')}
                icon="ban"
                title={t.deactivate.row}
                note={t.deactivate.note}
                action={t.deactivate.action}
                danger
              />
            )}
          </ul>
        </Card>
      )}
      <Card title={t.danger.remove}>
        <ul>
          <ActionRow
            {...row('anonymise')}
            icon="user-minus"
            title={t.anonymise.row}
            note={kind === 'user' ? t.anonymise.note : t.anonymise.noteCustomer}
            action={t.anonymise.action}
            danger
          />
          <ActionRow
            {...row('delete')}
            icon="trash"
            title={t.remove.row}
            note={t.remove.note}
            action={t.remove.action}
            danger
            blocked={removal.data && !removal.data.canDelete ? t.remove.blocked : null}
          />
        </ul>
        {removal.data ? <RemovalObstacles account={account} removal={removal.data} /> : null}
      </Card>

      {asked === 'suspend' ? (
        <ReasonDialog
          {...asking}
          danger
          title={t.suspend.title(name)}
          body={t.suspend.body}
          confirmLabel={t.suspend.action}
          busyLabel={t.suspend.busy}
          done={t.suspend.done(name)}
          run={calls.suspend}
        />
      ) : null}
      {asked === 'liftSuspension' ? (
        <ReasonDialog
          {...asking}
          title={t.lift.title(name)}
          body={t.lift.body}
          confirmLabel={t.lift.action}
          busyLabel={t.lift.busy}
          done={t.lift.done(name)}
          run={calls.lift}
        />
      ) : null}
      {asked === 'deactivate' ? (
        <ReasonDialog
          {...asking}
          danger
          title={t.deactivate.title(name)}
          body={
            led > 0
              ? `${t.deactivate.body} ${t.deactivate.leads(led)} ${t.deactivate.leadsHelp}`
              : t.deactivate.body
          }
          confirmLabel={t.deactivate.action}
          busyLabel={t.deactivate.busy}
          done={t.deactivate.done(name)}
          run={(reason) => calls.deactivate(reason, leaves)}
        >
          {led > 0 ? <Checkbox checked={leaves} onChange={setLeaves} label={t.deactivate.leave} /> : null}
        </ReasonDialog>
      ) : null}
      {asked === 'reactivate' ? (
        <ReasonDialog
          {...asking}
          title={t.reactivate.title(name)}
          body={t.reactivate.body}
          confirmLabel={t.reactivate.action}
          busyLabel={t.reactivate.busy}
          done={t.reactivate.done(name)}
          run={calls.reactivate}
        />
      ) : null}
      {asked === 'anonymise' ? (
        <ReasonDialog
          {...asking}
          danger
          lock
          title={t.anonymise.title(name)}
          body={t.anonymise.body}
          typeToConfirm={name}
          confirmLabel={t.anonymise.action}
          busyLabel={t.anonymise.busy}
          done={t.anonymise.done}
          run={calls.anonymise}
        />
      ) : null}
      {asked === 'delete' ? (
        <ReasonDialog
          {...asking}
          danger
          lock
          title={t.remove.title(name)}
          body={t.remove.body}
          typeToConfirm={name}
          confirmLabel={t.remove.action}
          busyLabel={t.remove.busy}
          done={t.remove.done}
          run={calls.remove}
          onDone={onGone}
        />
      ) : null}
    </div>
  );
}
