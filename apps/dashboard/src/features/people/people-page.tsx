import {
  Avatar,
  DataTable,
  EmptyState,
  FilterBar,
  LoadMore,
  SearchInput,
  StaffPage,
  type TableColumn,
} from '@sallyport/ui';
import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Failure } from '../../components/failure.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { faceOf } from '../../lib/face.ts';
import { client, type Outputs, trpc } from '../../lib/trpc.ts';
import { useDebounced } from '../../lib/use-debounced.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.users;
const ROWS_PER_PAGE = 40;
const TYPING_MS = 220;

type Page = Outputs['people']['listPeople'];

function peopleListOptions(search: string) {
  return infiniteQueryOptions({
    queryKey: [...trpc.people.listPeople.queryKey(), 'pages', search],
    queryFn: ({ pageParam, signal }) =>
      client.people.listPeople.query(
        { search, limit: ROWS_PER_PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

const COLUMNS: readonly TableColumn<Page['rows'][number]>[] = [
  {
    key: 'name',
    header: t.columns.name,
    primary: true,
    width: 360,
    cell: (row) => (
      <span className="flex min-w-0 items-center gap-2 md:w-82">
        <Avatar {...faceOf(row)} decorative />
        <span className="truncate">{row.displayName}</span>
      </span>
    ),
  },
  {
    key: 'title',
    header: t.columns.title,
    width: 'fill',
    cell: (row) => (
      <span className="text-text-2" data-blank={row.title ? undefined : ''}>
        {row.title || '–'}
      </span>
    ),
  },
];

/** The staff directory: who works here, for everybody. */
export function PeoplePage({ search, onSearch }: { search: string; onSearch: (search: string) => void }) {
  usePageTitle(t.people);
  const list = useInfiniteQuery(peopleListOptions(search));
  const [typed, setTyped] = useState(search);
  const settled = useDebounced(typed, TYPING_MS);
  useEffect(() => {
    if (settled !== search) onSearch(settled);
  }, [settled]);
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = list.data?.pages.at(-1)?.total;
  return (
    <StaffPage
      flush
      crumbs={[{ label: t.people }]}
      toolbar={
        <FilterBar
          search={
            <SearchInput
              value={typed}
              onChange={setTyped}
              label={t.peopleSearch}
              placeholder={t.peopleSearchHint}
              busy={list.isFetching && !list.isPending}
            />
          }
        />
      }
    >
      <PageHeading>{t.people}</PageHeading>
      <DataTable
        label={t.peopleLabel}
        columns={COLUMNS}
        rows={rows}
        rowKey={(row) => row.id}
        loading={list.isPending}
        skeletonRows={12}
        error={
          list.error && rows.length === 0 ? (
            <Failure error={list.error} onRetry={() => void list.refetch()} />
          ) : undefined
        }
        empty={<EmptyState icon="search" title={t.noMatchTitle} body={t.noPeopleBody} />}
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
