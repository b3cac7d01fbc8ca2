import { CodeText, DataTable, EmptyState, LoadMore, type TableColumn, useStrings } from '@sallyport/ui';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import type { AuditEntry } from '../../components/audit/audit-entry.ts';
import { Actor, Sentence } from '../../components/audit/audit-sentence.tsx';
import { dayHeading, timeOfDay } from '../../components/audit/day-heading.ts';
import { OutcomeGlyph } from '../../components/audit/outcome-glyph.tsx';
import { type GroupNames, useGroupNames } from '../../components/audit/use-group-names.ts';
import { Failure } from '../../components/failure.tsx';
import { client, type Outputs, trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { UserScreen } from './user-frame.tsx';

const t = strings.accounts.activity;
const ROWS_PER_PAGE = 40;

function activityOptions(userId: string) {
  return infiniteQueryOptions({
    queryKey: [...trpc.users.listActivity.queryKey({ userId }), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      client.users.listActivity.query(
        { userId, limit: ROWS_PER_PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Outputs['users']['listActivity']) => page.nextCursor,
  });
}

/** What the log holds by and about a user. */
export function UserActivityPage({ userId }: { userId: string }) {
  return (
    <UserScreen userId={userId} tab="activity">
      {({ id }) => <Activity userId={id} />}
    </UserScreen>
  );
}

function Activity({ userId }: { userId: string }) {
  const { locale } = useStrings();
  const groupNames = useGroupNames();
  const list = useInfiniteQuery(activityOptions(userId));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = list.data?.pages.at(-1)?.total;
  const totalText = total ? strings.common.rows(total.count, total.isExact) : '';
  return (
    <>
      <p className="mb-3 text-text-2">{t.note}</p>
      <div className="ui-card overflow-hidden">
        <DataTable
          inCard
          label={t.label}
          columns={columnsFor(locale, groupNames)}
          rows={rows}
          rowKey={(row) => row.seq}
          groupBy={(row) => dayHeading(row.at, locale)}
          loading={list.isPending}
          skeletonRows={8}
          error={
            list.error && rows.length === 0 ? (
              <Failure error={list.error} onRetry={() => void list.refetch()} />
            ) : undefined
          }
          empty={<EmptyState icon="history" title={t.empty} body={t.emptyBody} />}
          footer={
            rows.length > 0 ? (
              <LoadMore
                countText={t.shown(rows.length, totalText)}
                hasMore={list.hasNextPage}
                busy={list.isFetchingNextPage}
                onMore={() => void list.fetchNextPage()}
              />
            ) : undefined
          }
        />
      </div>
    </>
  );
}

function columnsFor(locale: string, groupNames: GroupNames): readonly TableColumn<AuditEntry>[] {
  return [
    {
      key: 'time',
      header: t.when,
      width: 104,
      cell: (entry) => (
        <time className="text-text-3 tabular-nums" dateTime={entry.at}>
          {timeOfDay(entry.at, locale)}
        </time>
      ),
    },
    {
      key: 'outcome',
      header: strings.audit.columns.outcome,
      headerHidden: true,
      width: 34,
      cell: (entry) => <OutcomeGlyph outcome={entry.outcome} />,
    },
    { key: 'who', header: t.who, width: 170, cell: (entry) => <Actor entry={entry} /> },
    {
      key: 'what',
      header: t.what,
      primary: true,
      width: 'fill',
      cell: (entry) => (
        <span className="truncate font-normal">
          <Sentence entry={entry} groupNames={groupNames} />
        </span>
      ),
    },
    {
      key: 'from',
      header: t.from,
      width: 124,
      wideOnly: true,
      cell: (entry) => <CodeText muted>{entry.address ?? strings.audit.server}</CodeText>,
    },
  ];
}
