import { COMPANY_SORTS } from '@sallyport/contracts/staff';
import { Button, DataTable, EmptyState, FilterBar, LoadMore, SearchInput, StaffPage } from '@sallyport/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Failure } from '../../components/failure.tsx';
import { canManageCompanies } from '../../lib/abilities.ts';
import { useCurrentUser } from '../../lib/current-user.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { useTypedSearch } from '../../lib/use-typed-search.ts';
import { strings } from '../../strings/strings.ts';
import { companyListOptions } from './companies.queries.ts';
import { COMPANY_COLUMNS } from './company-columns.tsx';
import { type CompanySearch, filtersOf } from './company-search.ts';

const t = strings.companies;

/** The clients of the firm. The address reproduces the view. */
export function CompaniesPage({
  search,
  onSearch,
}: {
  search: CompanySearch;
  onSearch: (patch: Partial<CompanySearch>) => void;
}) {
  usePageTitle(t.title);
  const mayCreate = canManageCompanies(useCurrentUser());
  const list = useInfiniteQuery(companyListOptions(filtersOf(search)));
  const [typed, setTyped] = useTypedSearch(search.search, (text) => onSearch({ search: text }));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = list.data?.pages.at(-1)?.total;
  return (
    <StaffPage
      flush
      crumbs={[{ label: t.title }]}
      actions={
        mayCreate ? (
          <Button variant="primary" icon="plus" href="/companies/new">
            {t.newCompany}
          </Button>
        ) : undefined
      }
      toolbar={
        <FilterBar
          search={
            <SearchInput
              value={typed}
              onChange={setTyped}
              label={t.search}
              placeholder={t.searchHint}
              busy={list.isFetching && !list.isPending && !list.isFetchingNextPage}
            />
          }
        />
      }
    >
      <DataTable
        label={t.tableLabel}
        columns={COMPANY_COLUMNS}
        rows={rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        onRowHref={(row) => `/companies/${row.id}`}
        sort={{ key: search.sort ?? 'name', direction: search.direction ?? 'asc' }}
        onSort={({ key, direction }) => {
          const sort = COMPANY_SORTS.find((field) => field === key);
          if (sort) onSearch({ sort, direction });
        }}
        loading={list.isPending}
        skeletonRows={12}
        error={
          list.error && rows.length === 0 ? (
            <Failure error={list.error} onRetry={() => void list.refetch()} />
          ) : undefined
        }
        empty={
          <NoCompanies
            isNarrowed={Boolean(search.search)}
            mayCreate={mayCreate}
            onReset={() => onSearch({ search: undefined })}
          />
        }
        footer={
          total && rows.length > 0 ? (
            <LoadMore
              countText={t.shown(rows.length, strings.common.rows(total.count, total.isExact))}
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

function NoCompanies({
  isNarrowed,
  mayCreate,
  onReset,
}: {
  isNarrowed: boolean;
  mayCreate: boolean;
  onReset: () => void;
}) {
  if (isNarrowed)
    return (
      <EmptyState
        icon="search"
        title={t.noMatchTitle}
        body={t.noMatchBody}
        actions={
          <Button size="sm" onClick={onReset}>
            {t.reset}
          </Button>
        }
      />
    );
  return (
    <EmptyState
      icon="building"
      title={t.emptyTitle}
      body={mayCreate ? t.emptyBody : t.emptyNoRight}
      actions={
        mayCreate ? (
          <Button size="sm" variant="primary" href="/companies/new">
            {t.newCompany}
          </Button>
        ) : undefined
      }
    />
  );
}
