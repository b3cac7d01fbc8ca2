import { errorDataOf } from '@sallyport/forms';
import {
  Button,
  ConfirmDialog,
  DataTable,
  EmptyState,
  RelativeTime,
  type TableColumn,
  useToast,
} from '@sallyport/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { Outputs } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { Failure } from '../failure.tsx';
import type { AccountPage } from './account-facts.ts';
import { deviceText } from './device-text.ts';

const t = strings.accounts.sessions;
type Sessions = Outputs['customers']['listCustomerSessions'];
type Row = Sessions['rows'][number];

/** Where somebody is signed in; end one, or all. */
export function SessionsTab({
  account,
  sessions,
}: {
  account: AccountPage;
  sessions: UseQueryResult<Sessions, unknown>;
}) {
  const toast = useToast();
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const rows = sessions.data?.rows ?? [];
  const end = async (sessionId?: string) => {
    setBusy(true);
    setProblem(null);
    try {
      await account.calls.endSessions(sessionId);
      toast.show({ title: t.done });
      setAsking(false);
      await Promise.all([sessions.refetch(), account.onChanged()]);
    } catch (error) {
      setProblem(errorDataOf(error)?.userMessage ?? strings.common.unreachable);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section aria-label={t.title}>
      {rows.length > 0 ? (
        <div className="mb-3 flex justify-end">
          <Button size="sm" variant="danger" onClick={() => setAsking(true)}>
            {t.endAll}
          </Button>
        </div>
      ) : null}
      <div className="ui-card overflow-hidden">
        <DataTable
          inCard
          label={t.label}
          columns={[DEVICE, ADDRESS, SINCE, USED, endColumn((row) => void end(row.id), isBusy)]}
          rows={rows}
          rowKey={(row) => row.id}
          rowName={(row) => deviceText(row.userAgent)}
          loading={sessions.isPending}
          skeletonRows={3}
          error={
            sessions.error ? (
              <Failure error={sessions.error} onRetry={() => void sessions.refetch()} />
            ) : undefined
          }
          empty={<EmptyState icon="monitor" title={t.empty} body={t.emptyBody} />}
        />
      </div>
      {problem && !isAsking ? (
        <p className="ui-field-error mt-2" role="alert">
          {problem}
        </p>
      ) : null}
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        danger
        title={t.endAllTitle(account.name)}
        body={t.endAllBody}
        confirmLabel={t.endAll}
        busy={isBusy}
        busyLabel={t.busy}
        error={problem ?? undefined}
        onConfirm={() => void end()}
      />
    </section>
  );
}

const DEVICE: TableColumn<Row> = {
  key: 'device',
  header: t.device,
  primary: true,
  width: 'fill',
  cell: (row) => deviceText(row.userAgent),
};
const ADDRESS: TableColumn<Row> = {
  key: 'address',
  header: t.address,
  width: 160,
  cell: (row) => <span className="font-mono text-xs">{row.address ?? strings.common.noValue}</span>,
};
const SINCE: TableColumn<Row> = {
  key: 'since',
  header: t.since,
  width: 120,
  wideOnly: true,
  cell: (row) => <RelativeTime at={row.createdAt} />,
};
const USED: TableColumn<Row> = {
  key: 'used',
  header: t.used,
  width: 120,
  align: 'end',
  cell: (row) => <RelativeTime at={row.lastUsedAt} />,
};

function endColumn(onEnd: (row: Row) => void, isBusy: boolean): TableColumn<Row> {
  return {
    key: 'end',
    header: t.end,
    headerHidden: true,
    width: 100,
    align: 'end',
    cell: (row) => (
      <Button
        size="sm"
        variant="ghost"
        disabled={isBusy}
        aria-label={t.endOf(deviceText(row.userAgent))}
        onClick={() => onEnd(row)}
      >
        {t.end}
      </Button>
    ),
  };
}
