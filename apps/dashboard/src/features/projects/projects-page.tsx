import { PROJECT_SORTS } from '@sallyport/contracts/staff';
import { Button, DataTable, EmptyState, LoadMore, StaffPage, Tabs } from '@sallyport/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Failure } from '../../components/failure.tsx';
import { PROJECT_COLUMNS } from '../../components/project-columns.tsx';
import { canCreateProjects } from '../../lib/abilities.ts';
import { useCurrentUser } from '../../lib/current-user.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { ProjectFilters } from './project-filters.tsx';
import { ProjectPanel } from './project-panel.tsx';
import {
  filtersOf,
  isNarrowed,
  type ProjectSearch,
  RESET,
  VIEWS,
  viewHref,
  viewOf,
} from './project-search.ts';
import { projectListOptions } from './projects.queries.ts';

const t = strings.projects;
const { reference, name, status, findings, leads, starts, ends } = PROJECT_COLUMNS;
const COLUMNS = [reference, name, status, findings, leads, starts, ends];
/** With the panel open there is room for the essentials alone. */
const NARROW = [reference, name, status, ends];

/** The projects that one sees. The address reproduces the view, the open row included. */
export function ProjectsPage({
  search,
  onSearch,
}: {
  search: ProjectSearch;
  onSearch: (patch: Partial<ProjectSearch>) => void;
}) {
  usePageTitle(t.title);
  const mayCreate = canCreateProjects(useCurrentUser());
  const list = useInfiniteQuery(projectListOptions(filtersOf(search)));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = list.data?.pages.at(-1)?.total;
  const totalText = total ? strings.common.rows(total.count, total.isExact) : '';
  const openIndex = rows.findIndex((row) => row.id === search.open);
  const openAt = (index: number) => {
    const row = rows[index];
    return row ? () => onSearch({ open: row.id }) : undefined;
  };
  const view = viewOf(search);
  return (
    <StaffPage
      flush
      crumbs={[{ label: t.title }]}
      actions={
        mayCreate ? (
          <Button variant="primary" icon="plus" href="/projects/new">
            {t.newProject}
          </Button>
        ) : undefined
      }
      tabs={
        <Tabs
          label={t.viewsLabel}
          tabs={(Object.keys(VIEWS) as (keyof typeof VIEWS)[]).map((key) => ({
            href: viewHref(key),
            label: t.views[key],
            current: view === key,
          }))}
        />
      }
      toolbar={
        <ProjectFilters
          search={search}
          onSearch={onSearch}
          isBusy={list.isFetching && !list.isPending && !list.isFetchingNextPage}
        />
      }
      panel={
        search.open ? (
          <ProjectPanel
            key={search.open}
            projectId={search.open}
            position={openIndex < 0 ? undefined : t.position(openIndex + 1, totalText)}
            onPrev={openIndex > 0 ? openAt(openIndex - 1) : undefined}
            onNext={openIndex >= 0 ? openAt(openIndex + 1) : undefined}
            onClose={() => onSearch({ open: undefined })}
          />
        ) : undefined
      }
    >
      <DataTable
        label={t.tableLabel}
        columns={search.open === undefined ? COLUMNS : NARROW}
        rows={rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        sort={
          search.sort === undefined ? undefined : { key: search.sort, direction: search.direction ?? 'asc' }
        }
        onSort={({ key, direction }) => {
          const sort = PROJECT_SORTS.find((field) => field === key);
          if (sort) onSearch({ sort, direction });
        }}
        openKey={search.open ?? null}
        onOpen={(row) => onSearch({ open: row.id })}
        loading={list.isPending}
        skeletonRows={12}
        error={
          list.error && rows.length === 0 ? (
            <Failure error={list.error} onRetry={() => void list.refetch()} />
          ) : undefined
        }
        empty={
          <NoProjects isNarrowed={isNarrowed(search)} mayCreate={mayCreate} onReset={() => onSearch(RESET)} />
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
    </StaffPage>
  );
}

function NoProjects({
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
            {t.resetFilters}
          </Button>
        }
      />
    );
  return (
    <EmptyState
      icon="target"
      title={t.emptyTitle}
      body={mayCreate ? t.emptyBody : t.emptyNoRight}
      actions={
        mayCreate ? (
          <Button size="sm" variant="primary" href="/projects/new">
            {t.newProject}
          </Button>
        ) : undefined
      }
    />
  );
}
