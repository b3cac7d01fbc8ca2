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
import { useMemo } from 'react';
import { Failure } from '../../components/failure.tsx';
import { SettingsTabs } from '../../components/settings-tabs.tsx';
import { seesBothDoors } from '../../lib/abilities.ts';
import { useCurrentUser } from '../../lib/current-user.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { SignInChart } from './sign-in-chart.tsx';
import { SignInFilters } from './sign-in-filters.tsx';
import { SignInGlyph } from './sign-in-glyph.tsx';
import { SignInPanel } from './sign-in-panel.tsx';
import { areSignInsNarrowed, CLEARED, type SignInSearch, signInFiltersOf } from './sign-in-search.ts';
import { type SignInRow, signInListOptions } from './sign-ins.queries.ts';

const t = strings.settings.activity;

function columnsFor(locale: string): readonly TableColumn<SignInRow>[] {
  const time = new Intl.DateTimeFormat(locale, {
    day: '2-digit',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return [
    {
      key: 'time',
      header: t.columns.time,
      width: 152,
      cell: ({ at }) => (
        <time className="text-text-3 tabular-nums" dateTime={at}>
          {time.format(new Date(at))}
        </time>
      ),
    },
    {
      key: 'outcome',
      header: t.columns.outcome,
      headerHidden: true,
      width: 34,
      cell: ({ outcome }) => <SignInGlyph outcome={outcome} />,
    },
    {
      key: 'who',
      header: t.columns.who,
      primary: true,
      width: 'fill',
      cell: ({ account, audience }) => (
        <span className="truncate">
          {account?.name ?? <span className="font-normal text-text-3">{t.unknown}</span>}{' '}
          <span className="font-normal text-text-3">{t.audiences[audience]}</span>
        </span>
      ),
    },
    { key: 'kind', header: t.columns.what, width: 140, cell: ({ kind }) => t.kinds[kind] },
    {
      key: 'from',
      header: t.columns.from,
      width: 160,
      cell: ({ address }) => <CodeText muted>{address ?? t.noAddress}</CodeText>,
    },
  ];
}

/** S4: who tried to sign in, and how it ended, over time. */
export function SignInsPage({
  search,
  onSearch,
}: {
  search: SignInSearch;
  onSearch: (patch: Partial<SignInSearch>) => void;
}) {
  usePageTitle(strings.settings.tabs.activity);
  const { locale } = useStrings();
  const viewer = useCurrentUser();
  const { open, name: _name, ...asked } = search;
  const question = JSON.stringify(asked);
  // Asked by the minute in which it was chosen: a question that moved on with the clock would never be answered.
  const filters = useMemo(() => signInFiltersOf(search), [question]);
  const list = useInfiniteQuery(signInListOptions(filters));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = list.data?.pages.at(-1)?.total;
  const totalText = total ? strings.common.rows(total.count, total.isExact) : undefined;
  const openIndex = rows.findIndex((row) => row.id === open);
  const opened = rows[openIndex];
  const openAt = (index: number) => {
    const row = rows[index];
    return row ? () => onSearch({ open: row.id }) : undefined;
  };
  return (
    <StaffPage
      flush
      crumbs={[
        { label: strings.settings.title, href: '/settings' },
        { label: strings.settings.tabs.activity },
      ]}
      tabs={<SettingsTabs current="activity" />}
      panelWidth={400}
      toolbar={
        <SignInFilters
          search={search}
          onSearch={onSearch}
          hasBothDoors={seesBothDoors(viewer)}
          count={totalText === undefined ? undefined : t.attempts(totalText)}
        />
      }
      panel={
        opened ? (
          <SignInPanel
            attempt={opened}
            onSearch={onSearch}
            position={strings.users.position(openIndex + 1, totalText ?? '')}
            onPrev={openIndex > 0 ? openAt(openIndex - 1) : undefined}
            onNext={openAt(openIndex + 1)}
            onClose={() => onSearch({ open: undefined })}
          />
        ) : undefined
      }
    >
      {list.error && rows.length === 0 ? (
        <Failure error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <>
          <SignInChart filters={filters} />
          <DataTable
            label={t.tableLabel}
            columns={columnsFor(locale)}
            rows={rows}
            rowKey={(row) => row.id}
            openKey={opened?.id ?? null}
            onOpen={(row) => onSearch({ open: row.id })}
            loading={list.isPending}
            skeletonRows={12}
            empty={
              areSignInsNarrowed(search) ? (
                <EmptyState
                  icon="filter"
                  title={t.noMatchTitle}
                  body={t.noMatchBody}
                  actions={
                    <Button size="sm" onClick={() => onSearch(CLEARED)}>
                      {t.filters.reset}
                    </Button>
                  }
                />
              ) : (
                <EmptyState icon="fingerprint" title={t.emptyTitle} body={t.emptyBody} />
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
        </>
      )}
    </StaffPage>
  );
}
