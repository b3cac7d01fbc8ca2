import {
  Button,
  CodeText,
  DataTable,
  EmptyState,
  LoadMore,
  StaffPage,
  type TableColumn,
  useStrings,
} from '@sallyport/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Actor, Sentence } from '../../components/audit/audit-sentence.tsx';
import { dayHeading, timeOfDay } from '../../components/audit/day-heading.ts';
import { OutcomeGlyph } from '../../components/audit/outcome-glyph.tsx';
import { type GroupNames, useGroupNames } from '../../components/audit/use-group-names.ts';
import { Failure } from '../../components/failure.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { type AuditEntry, auditOptions } from './audit.queries.ts';
import { AuditFilters } from './audit-filters.tsx';
import { type AuditSearch, auditFiltersOf, entryParam, isAuditNarrowed } from './audit-search.ts';
import { EntryPanel } from './entry-panel.tsx';

const t = strings.audit;

function columnsFor(locale: string, groupNames: GroupNames): readonly TableColumn<AuditEntry>[] {
  return [
    {
      key: 'time',
      header: t.columns.time,
      width: 104,
      cell: (entry) => (
        <time className="text-text-3 tabular-nums" dateTime={entry.at}>
          {timeOfDay(entry.at, locale)}
        </time>
      ),
    },
    {
      key: 'outcome',
      header: t.columns.outcome,
      headerHidden: true,
      width: 34,
      cell: (entry) => <OutcomeGlyph outcome={entry.outcome} />,
    },
    { key: 'who', header: t.columns.who, width: 176, cell: (entry) => <Actor entry={entry} /> },
    {
      key: 'what',
      header: t.columns.what,
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
      header: t.columns.from,
      width: 124,
      wideOnly: true,
      cell: (entry) => <CodeText muted>{entry.address ?? t.server}</CodeText>,
    },
  ];
}

/** Everything that was recorded, newest first, by day. */
export function AuditPage({
  search,
  onSearch,
}: {
  search: AuditSearch;
  onSearch: (patch: Partial<AuditSearch>) => void;
}) {
  usePageTitle(t.title);
  const { locale } = useStrings();
  const groupNames = useGroupNames();
  const list = useInfiniteQuery(auditOptions(auditFiltersOf(search)));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = list.data?.pages.at(-1)?.total;
  const totalText = total ? strings.common.rows(total.count, total.isExact) : undefined;
  const openIndex = rows.findIndex((entry) => entry.seq === String(search.entry));
  const opened = rows[openIndex];
  const openAt = (index: number) => {
    const entry = rows[index];
    return entry ? () => onSearch({ entry: entryParam(entry.seq) }) : undefined;
  };
  if (list.error && rows.length === 0)
    return (
      <StaffPage crumbs={[{ label: t.title }]}>
        <PageHeading>{t.title}</PageHeading>
        <Failure error={list.error} onRetry={() => void list.refetch()} />
      </StaffPage>
    );
  const reset = () =>
    onSearch({ area: undefined, outcome: undefined, actor: undefined, name: undefined, since: undefined });
  return (
    <StaffPage
      flush
      crumbs={[{ label: t.title }]}
      panelWidth={420}
      toolbar={
        <AuditFilters
          search={search}
          onSearch={onSearch}
          count={totalText === undefined ? undefined : t.entries(totalText)}
        />
      }
      panel={
        opened ? (
          <EntryPanel
            entry={opened}
            groupNames={groupNames}
            position={strings.users.position(openIndex + 1, totalText ?? '')}
            onPrev={openIndex > 0 ? openAt(openIndex - 1) : undefined}
            onNext={openAt(openIndex + 1)}
            onClose={() => onSearch({ entry: undefined })}
          />
        ) : undefined
      }
    >
      <PageHeading>{t.title}</PageHeading>
      <DataTable
        label={t.tableLabel}
        columns={columnsFor(locale, groupNames)}
        rows={rows}
        rowKey={(entry) => entry.seq}
        groupBy={(entry) => dayHeading(entry.at, locale)}
        openKey={opened?.seq ?? null}
        onOpen={(entry) => onSearch({ entry: entryParam(entry.seq) })}
        loading={list.isPending}
        skeletonRows={14}
        empty={
          isAuditNarrowed(search) ? (
            <EmptyState
              icon="filter"
              title={t.noMatchTitle}
              body={t.noMatchBody}
              actions={
                <Button size="sm" onClick={reset}>
                  {t.resetFilters}
                </Button>
              }
            />
          ) : (
            <EmptyState icon="history" title={t.emptyTitle} body={t.emptyBody} />
          )
        }
        footer={
          rows.length > 0 ? (
            <LoadMore
              countText={strings.users.shown(rows.length, totalText ?? '')}
              hasMore={list.hasNextPage}
              busy={list.isFetchingNextPage}
              onMore={() => void list.fetchNextPage()}
            />
          ) : undefined
        }
      />
    </StaffPage>
  );
}
