import { USER_SORTS } from '@sallyport/contracts/staff';
import { Button, DataTable, EmptyState, LoadMore, StaffPage } from '@sallyport/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Failure } from '../../components/failure.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { userColumns } from './user-columns.tsx';
import { UserFilters } from './user-filters.tsx';
import { filtersOf, isNarrowed, NO_FILTERS, type UserSearch } from './user-search.ts';
import { userListOptions } from './users.queries.ts';
import { UsersBulk } from './users-bulk.tsx';

const t = strings.users;

const UserPanel = lazy(() => import('./user-panel.tsx').then((module) => ({ default: module.UserPanel })));

/** Everybody with an account on this door. The address reproduces the view, the open row included. */
export function UsersPage({
  search,
  onSearch,
}: {
  search: UserSearch;
  onSearch: (patch: Partial<UserSearch>) => void;
}) {
  usePageTitle(t.title);
  const list = useInfiniteQuery(userListOptions(filtersOf(search)));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = list.data?.pages.at(-1)?.total;
  const totalText = total ? strings.common.rows(total.count, total.isExact) : '';
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const openIndex = rows.findIndex((row) => row.id === search.open);
  const openAt = (index: number) => {
    const row = rows[index];
    return row ? () => onSearch({ open: row.id }) : undefined;
  };
  return (
    <StaffPage
      flush
      crumbs={[{ label: t.title }]}
      actions={
        <Button variant="primary" icon="user-plus" href="/users/invite">
          {t.invite}
        </Button>
      }
      toolbar={
        <UserFilters
          search={search}
          onSearch={onSearch}
          isBusy={list.isFetching && !list.isPending && !list.isFetchingNextPage}
        />
      }
      bulk={<UsersBulk ids={[...selected]} onClear={() => setSelected(new Set())} />}
      panel={
        search.open ? (
          <Suspense fallback={null}>
            <UserPanel
              key={search.open}
              userId={search.open}
              position={openIndex < 0 ? undefined : t.position(openIndex + 1, totalText)}
              onPrev={openIndex > 0 ? openAt(openIndex - 1) : undefined}
              onNext={openIndex >= 0 ? openAt(openIndex + 1) : undefined}
              onClose={() => onSearch({ open: undefined })}
            />
          </Suspense>
        ) : undefined
      }
    >
      <PageHeading>{t.title}</PageHeading>
      <DataTable
        label={t.tableLabel}
        columns={userColumns(search.open !== undefined)}
        rows={rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.displayName}
        sort={{ key: search.sort ?? 'displayName', direction: search.direction ?? 'asc' }}
        onSort={({ key, direction }) => {
          const sort = USER_SORTS.find((field) => field === key);
          if (sort) onSearch({ sort, direction });
        }}
        selected={selected}
        onSelect={setSelected}
        openKey={search.open ?? null}
        onOpen={(row) => onSearch({ open: row.id })}
        loading={list.isPending}
        skeletonRows={12}
        error={
          list.error && rows.length === 0 ? (
            <Failure error={list.error} onRetry={() => void list.refetch()} />
          ) : undefined
        }
        empty={<NoUsers isNarrowed={isNarrowed(search)} onReset={() => onSearch(NO_FILTERS)} />}
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
    </StaffPage>
  );
}

function NoUsers({ isNarrowed, onReset }: { isNarrowed: boolean; onReset: () => void }) {
  if (isNarrowed)
    return (
      <EmptyState
        icon="search"
        title={t.noMatchTitle}
        body={t.noMatchBody}
        actions={
          <Button size="sm" onClick={onReset}>
            {t.resetFilters}
          </Button>
        }
      />
    );
  return (
    <EmptyState
      icon="user-plus"
      title={t.emptyTitle}
      body={t.emptyBody}
      actions={
        <Button size="sm" variant="primary" href="/users/invite">
          {t.invite}
        </Button>
      }
    />
  );
}
