import { FINDING_SORTS } from '@sallyport/contracts/staff';
import { BulkBar, Button, DataTable, EmptyState, LoadMore } from '@sallyport/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Failure } from '../../components/failure.tsx';
import { type Project, ProjectFrame, ProjectScreen } from '../../components/project-frame.tsx';
import { strings } from '../../strings/strings.ts';
import { CountsBar } from './counts-bar.tsx';
import { FINDING_COLUMNS } from './finding-columns.tsx';
import { FindingFilters } from './finding-filters.tsx';
import {
  type FindingSearch,
  filtersOf,
  findingHref,
  isNarrowed,
  RESET,
  withSeverity,
} from './finding-search.ts';
import { findingListOptions } from './findings.queries.ts';
import { NewFindingDialog } from './new-finding-dialog.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { UnpublishDialog } from './unpublish-dialog.tsx';

const t = strings.findings;
/** Findings that one call publishes or takes back. */
const AT_ONCE = 200;

interface ListProps {
  search: FindingSearch;
  onSearch: (patch: Partial<FindingSearch>) => void;
}

/** What was found in a project. The address reproduces the view. */
export function FindingsPage({ projectId, ...props }: ListProps & { projectId: string }) {
  return (
    <ProjectScreen projectId={projectId} tab="findings">
      {(project) => <Findings project={project} {...props} />}
    </ProjectScreen>
  );
}

function Findings({ project, search, onSearch }: ListProps & { project: Project }) {
  const { id, abilities } = project;
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'new' | 'publish' | 'unpublish' | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const list = useInfiniteQuery(findingListOptions(id, filtersOf(search)));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const first = list.data?.pages[0];
  const total = list.data?.pages.at(-1)?.total;
  const totalText = total ? strings.common.rows(total.count, total.isExact) : '';
  const picked = rows.filter((row) => selected.has(row.id));
  const published = picked.filter(({ isPublished }) => isPublished).length;
  const isTooMany = picked.length > AT_ONCE;
  const clear = () => setSelected(new Set());
  const create = abilities.canWrite ? (
    <Button variant="primary" icon="plus" onClick={() => setDialog('new')}>
      {t.new}
    </Button>
  ) : undefined;
  return (
    <ProjectFrame
      project={project}
      tab="findings"
      flush
      actions={create}
      toolbar={
        first && (rows.length > 0 || isNarrowed(search)) ? (
          <>
            <CountsBar
              counts={first.counts}
              draftCount={first.draftCount}
              chosen={search.severity ?? []}
              onToggle={(severity) => onSearch(withSeverity(search, severity))}
            />
            <FindingFilters
              search={search}
              onSearch={onSearch}
              isBusy={list.isFetching && !list.isPending && !list.isFetchingNextPage}
            />
          </>
        ) : undefined
      }
      bulk={
        <BulkBar count={picked.length} onClear={clear}>
          <Button
            variant="ghost"
            icon="eye"
            disabled={published === picked.length || isTooMany}
            onClick={() => setDialog('publish')}
          >
            {t.publish.action}
          </Button>
          <Button
            variant="ghost"
            icon="eye-off"
            disabled={published === 0 || isTooMany}
            onClick={() => setDialog('unpublish')}
          >
            {t.unpublish.action}
          </Button>
          {isTooMany ? <span className="text-xs text-caution-text">{t.tooMany(AT_ONCE)}</span> : null}
        </BulkBar>
      }
    >
      <DataTable
        label={t.tableLabel}
        columns={FINDING_COLUMNS}
        rows={rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.title}
        onRowHref={(row) => findingHref(id, row.id, search)}
        sort={{ key: search.sort ?? 'severity', direction: search.direction ?? 'desc' }}
        onSort={({ key, direction }) => {
          const sort = FINDING_SORTS.find((field) => field === key);
          if (sort) onSearch({ sort, direction });
        }}
        {...(abilities.canPublish ? { selected, onSelect: setSelected } : {})}
        loading={list.isPending}
        skeletonRows={12}
        error={
          list.error && rows.length === 0 ? (
            <Failure error={list.error} onRetry={() => void list.refetch()} />
          ) : undefined
        }
        empty={
          <NoFindings
            project={project}
            isNarrowed={isNarrowed(search)}
            onReset={() => onSearch(RESET)}
            onNew={() => setDialog('new')}
          />
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
      {dialog === 'new' ? (
        <NewFindingDialog
          projectId={id}
          onClose={() => setDialog(null)}
          onCreated={(findingId) => void navigate({ href: findingHref(id, findingId, {}) })}
        />
      ) : null}
      {dialog === 'publish' ? (
        <PublishDialog project={project} findings={picked} onDone={clear} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'unpublish' ? (
        <UnpublishDialog project={project} findings={picked} onDone={clear} onClose={() => setDialog(null)} />
      ) : null}
    </ProjectFrame>
  );
}

function NoFindings({
  project: { id, abilities },
  isNarrowed,
  onReset,
  onNew,
}: {
  project: Project;
  isNarrowed: boolean;
  onReset: () => void;
  onNew: () => void;
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
      icon="bug"
      title={t.emptyTitle}
      body={abilities.canWrite ? t.emptyBody : t.emptyNoRight}
      actions={
        abilities.canWrite ? (
          <>
            <Button size="sm" icon="upload" href={`/projects/${id}/import`}>
              {t.import}
            </Button>
            <Button size="sm" variant="primary" onClick={onNew}>
              {t.new}
            </Button>
          </>
        ) : undefined
      }
    />
  );
}
