import { BulkBar, Button, Field, SelectInput } from '@sallyport/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ReasonDialog } from '../../components/accounts/reason-dialog.tsx';
import { client, trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.accounts.bulk;
const AT_MOST = 200;

/** What can be done to several people at once: all of them or nobody (A11). */
export function UsersBulk({ ids, onClear }: { ids: readonly string[]; onClear: () => void }) {
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<'deactivate' | 'end' | 'add' | null>(null);
  const [groupId, setGroupId] = useState('');
  const groups =
    useQuery(trpc.groups.listGroups.queryOptions()).data?.rows.filter(
      ({ grants }) => grants.audience === 'STAFF',
    ) ?? [];
  const count = ids.length;
  const userIds = [...ids];
  const dialog = {
    done: t.done(count),
    onClose: () => setAsked(null),
    onDone: async () => {
      onClear();
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: trpc.users.pathKey() }),
        queryClient.invalidateQueries({ queryKey: trpc.groups.pathKey() }),
      ]);
    },
  };
  const isTooMany = count > AT_MOST;
  return (
    <>
      <BulkBar count={count} onClear={onClear}>
        {isTooMany ? <span className="text-xs">{t.tooMany}</span> : null}
        <Button size="sm" variant="ghost" icon="layers" disabled={isTooMany} onClick={() => setAsked('add')}>
          {t.addToGroup}
        </Button>
        <Button
          size="sm"
          variant="ghost"
          icon="sign-out"
          disabled={isTooMany}
          onClick={() => setAsked('end')}
        >
          {t.endSessions}
        </Button>
        <Button
          size="sm"
          variant="ghost"
          icon="ban"
          disabled={isTooMany}
          onClick={() => setAsked('deactivate')}
        >
          {t.deactivate}
        </Button>
      </BulkBar>
      {asked === 'deactivate' ? (
        <ReasonDialog
          {...dialog}
          danger
          title={t.deactivateTitle(count)}
          body={t.all}
          confirmLabel={t.deactivate}
          busyLabel={strings.accounts.deactivate.busy}
          run={(reason) => client.users.bulkDeactivate.mutate({ userIds, reason })}
        />
      ) : null}
      {asked === 'end' ? (
        <ReasonDialog
          {...dialog}
          title={t.endTitle(count)}
          body={t.all}
          confirmLabel={t.endSessions}
          busyLabel={strings.accounts.sessions.busy}
          run={(reason) => client.users.bulkEndSessions.mutate({ userIds, reason })}
        />
      ) : null}
      {asked === 'add' ? (
        <ReasonDialog
          {...dialog}
          title={t.addTitle(count)}
          body={t.all}
          confirmLabel={t.addToGroup}
          busyLabel={strings.common.saving}
          run={(reason) => client.users.bulkAddToGroup.mutate({ groupId, userIds, reason })}
        >
          <Field label={t.group} help={t.groupHelp}>
            {(field) => (
              <SelectInput
                {...field}
                value={groupId}
                onChange={setGroupId}
                placeholder={t.chooseGroup}
                options={groups.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
          </Field>
        </ReasonDialog>
      ) : null}
    </>
  );
}
