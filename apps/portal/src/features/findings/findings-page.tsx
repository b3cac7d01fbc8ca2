import { Button, Card, EmptyState, LoadMore, PortalTitle } from '@sallyport/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Failure } from '../../components/failure.tsx';
import { FindingsTable } from '../../components/findings-table.tsx';
import { useCurrentCustomer } from '../../lib/current-customer.ts';
import { type FindingSearch, isNarrowed } from '../../lib/finding-search.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { FindingFilters, RESET } from './finding-filters.tsx';
import { findingListOptions } from './findings.queries.ts';

const t = strings.findings;

/** All findings of the company. The address reproduces the view. */
export function FindingsPage({
  search,
  onSearch,
}: {
  search: FindingSearch;
  onSearch: (patch: FindingSearch) => void;
}) {
  usePageTitle(t.title);
  const { firmName } = useCurrentCustomer();
  const list = useInfiniteQuery(findingListOptions(search));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = list.data?.pages.at(-1)?.total;
  const totalText = total ? t.total(total.count, total.isExact) : '';
  const hasFilters = isNarrowed(search);
  return (
    <>
      <PortalTitle title={t.title} subtitle={t.subtitle(firmName)} />
      <Card label={t.tableLabel}>
        {list.isPending || rows.length > 0 || hasFilters ? (
          <FindingFilters
            search={search}
            onSearch={onSearch}
            isBusy={list.isFetching && !list.isPending && !list.isFetchingNextPage}
          />
        ) : null}
        <FindingsTable
          withProject
          label={t.tableLabel}
          rows={rows}
          loading={list.isPending}
          error={
            list.error && rows.length === 0 ? (
              <Failure error={list.error} onRetry={() => void list.refetch()} />
            ) : undefined
          }
          empty={
            hasFilters ? (
              <EmptyState
                icon="filter"
                title={t.noMatchTitle}
                body={t.noMatch}
                actions={<Button onClick={() => onSearch(RESET)}>{t.resetAll}</Button>}
              />
            ) : (
              <EmptyState icon="shield" title={t.emptyTitle} body={t.emptyBody(firmName)} />
            )
          }
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
      </Card>
    </>
  );
}
