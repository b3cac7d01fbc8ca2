import { BulkBar, Button, EmptyState, FilterBar, SearchInput } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../components/failure.tsx';
import { type Project, ProjectFrame, ProjectScreen } from '../../components/project-frame.tsx';
import { strings } from '../../strings/strings.ts';
import { AddScopePanel } from './add-scope-panel.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { type ScopeItem, scopeOptions } from './scope.queries.ts';
import { ScopeTable } from './scope-table.tsx';
import { matching } from './scope-text.ts';
import { useScopeChanges } from './use-scope-changes.ts';

const t = strings.scope;

/** What may be tested, and what must be left alone. */
export function ScopePage({
  projectId,
  isAdding,
  onAdding,
}: {
  projectId: string;
  isAdding: boolean;
  onAdding: (isAdding: boolean) => void;
}) {
  return (
    <ProjectScreen projectId={projectId} tab="scope">
      {(project) => <Scope project={project} isAdding={isAdding} onAdding={onAdding} />}
    </ProjectScreen>
  );
}

function Scope({
  project,
  isAdding,
  onAdding,
}: {
  project: Project;
  isAdding: boolean;
  onAdding: (isAdding: boolean) => void;
}) {
  const { canGovern } = project.abilities;
  const list = useQuery(scopeOptions(project.id));
  const changes = useScopeChanges(project.id);
  const [search, setSearch] = useState('');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [noting, setNoting] = useState<ScopeItem | null>(null);
  const rows = list.data?.rows ?? [];
  const shown = matching(rows, search);
  const picked = rows.filter(({ id }) => selected.has(id));
  const act = (change: Promise<unknown>) => {
    setSelected(new Set());
    void change;
  };
  const add = canGovern ? (
    <Button variant="primary" icon="plus" onClick={() => onAdding(true)}>
      {t.add}
    </Button>
  ) : undefined;
  return (
    <ProjectFrame
      project={project}
      tab="scope"
      flush
      actions={add}
      toolbar={
        rows.length > 0 ? (
          <FilterBar
            search={
              <SearchInput value={search} onChange={setSearch} label={t.search} placeholder={t.searchHint} />
            }
            end={<span role="status">{countText(rows, shown.length)}</span>}
          />
        ) : undefined
      }
      panelWidth={480}
      panel={
        isAdding && canGovern ? (
          <AddScopePanel projectId={project.id} onClose={() => onAdding(false)} />
        ) : undefined
      }
      bulk={
        <BulkBar count={picked.length} onClear={() => setSelected(new Set())}>
          <Button variant="ghost" icon="check" onClick={() => act(changes.setInScope(picked, true))}>
            {t.markIn}
          </Button>
          <Button variant="ghost" icon="ban" onClick={() => act(changes.setInScope(picked, false))}>
            {t.markOut}
          </Button>
          <Button variant="ghost" icon="trash" onClick={() => act(changes.remove(picked))}>
            {t.removeSelected}
          </Button>
        </BulkBar>
      }
    >
      <ScopeTable
        rows={shown}
        canEdit={canGovern}
        isNarrow={isAdding}
        selected={selected}
        onSelect={setSelected}
        onInScope={(item, isInScope) => void changes.setInScope([item], isInScope)}
        onNote={setNoting}
        onRemove={(item) => act(changes.remove([item]))}
        loading={list.isPending}
        error={
          list.error && !list.data ? (
            <Failure error={list.error} onRetry={() => void list.refetch()} />
          ) : undefined
        }
        empty={
          search ? (
            <EmptyState
              icon="search"
              title={t.noMatchTitle}
              body={t.noMatchBody}
              actions={
                <Button size="sm" onClick={() => setSearch('')}>
                  {t.reset}
                </Button>
              }
            />
          ) : (
            <EmptyState
              icon="globe"
              title={t.emptyTitle}
              body={canGovern ? t.emptyBody : t.emptyNoRight}
              actions={
                canGovern ? (
                  <Button size="sm" variant="primary" onClick={() => onAdding(true)}>
                    {t.add}
                  </Button>
                ) : undefined
              }
            />
          )
        }
      />
      {noting ? (
        <NoteDialog
          item={noting}
          onSave={(note) => changes.saveNote(noting, note)}
          onClose={() => setNoting(null)}
        />
      ) : null}
    </ProjectFrame>
  );
}

function countText(rows: readonly ScopeItem[], shown: number): string {
  if (shown < rows.length) return t.shown(shown, rows.length);
  const inside = rows.filter(({ isInScope }) => isInScope).length;
  return t.counts(inside, rows.length - inside);
}
