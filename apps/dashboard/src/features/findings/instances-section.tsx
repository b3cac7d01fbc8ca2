import { Button, ConfirmDialog, EmptyState, SearchInput, useToast } from '@sallyport/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { problemOf } from '../../lib/problem-of.ts';
import { client } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { AddInstancesDialog } from './add-instances-dialog.tsx';
import { type Finding, findingsChanged, type Instance } from './findings.queries.ts';
import { InstanceDialog } from './instance-dialog.tsx';
import { matchingInstances } from './instance-filter.ts';
import { InstanceTable } from './instance-table.tsx';

const t = strings.findings.instances;
/** Rows that are drawn at a time: a scanner may find a thousand places. */
const STEP = 100;
const REMOVED_AT_ONCE = 200;
/** Fewer are found by looking. */
const SEARCH_FROM = 12;

/** Where it occurs. */
export function InstancesSection({ finding, disabled }: { finding: Finding; disabled: boolean }) {
  const { instances } = finding;
  const [search, setSearch] = useState('');
  const [shownCount, setShownCount] = useState(STEP);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [isAdding, setAdding] = useState(false);
  const [edited, setEdited] = useState<Instance | null>(null);
  const [removed, setRemoved] = useState<readonly Instance[] | null>(null);
  const found = matchingInstances(instances, useDeferredValue(search));
  const shown = found.slice(0, shownCount);
  const picked = instances.filter(({ id }) => selected.has(id));
  return (
    <section aria-label={t.heading} className="border-t border-border">
      <header className="flex min-h-11 flex-wrap items-center gap-2 px-5 py-1.5 max-sm:px-4">
        <h2 className="ui-heading">{t.heading}</h2>
        <span className="ui-count">{instances.length.toLocaleString('en')}</span>
        {instances.length >= SEARCH_FROM ? (
          <SearchInput
            hotkey=""
            value={search}
            onChange={setSearch}
            label={t.search}
            placeholder={t.searchHint}
          />
        ) : null}
        {search ? (
          <span className="text-xs text-text-3">{t.shown(found.length, instances.length)}</span>
        ) : null}
        <span className="ml-auto flex items-center gap-1.5">
          {picked.length > 0 ? (
            <>
              <span className="text-xs text-text-2" role="status">
                {t.selected(picked.length)}
              </span>
              <Button size="sm" icon="trash" onClick={() => setRemoved(picked)}>
                {t.remove}
              </Button>
              <Button size="sm" variant="ghost" onClick={() => setSelected(new Set())}>
                {t.clear}
              </Button>
            </>
          ) : null}
          {disabled ? null : (
            <Button size="sm" icon="plus" onClick={() => setAdding(true)}>
              {t.add}
            </Button>
          )}
        </span>
      </header>
      {shown.length > 0 ? (
        <InstanceTable
          rows={shown}
          canEdit={!disabled}
          selected={selected}
          onSelect={setSelected}
          onEdit={setEdited}
          onRemove={(instance) => setRemoved([instance])}
        />
      ) : (
        <div className="border-t border-border-soft py-8">
          {search ? (
            <EmptyState icon="search" title={t.noMatch} />
          ) : (
            <EmptyState
              icon="server"
              title={disabled ? t.emptyReadOnly : t.empty}
              actions={
                disabled ? undefined : (
                  <Button size="sm" onClick={() => setAdding(true)}>
                    {t.add}
                  </Button>
                )
              }
            />
          )}
        </div>
      )}
      {found.length > shown.length ? (
        <div className="ui-load-more">
          <span role="status">{t.shown(shown.length, found.length)}</span>
          <Button size="sm" onClick={() => setShownCount(shownCount + STEP)}>
            {t.more(Math.min(STEP, found.length - shown.length))}
          </Button>
        </div>
      ) : null}
      {isAdding ? <AddInstancesDialog finding={finding} onClose={() => setAdding(false)} /> : null}
      {edited ? <InstanceDialog finding={finding} instance={edited} onClose={() => setEdited(null)} /> : null}
      {removed ? (
        <RemoveDialog
          finding={finding}
          instances={removed}
          onDone={() => setSelected(new Set())}
          onClose={() => setRemoved(null)}
        />
      ) : null}
    </section>
  );
}

function RemoveDialog({
  finding: { id: findingId, projectId },
  instances,
  onDone,
  onClose,
}: {
  finding: Finding;
  instances: readonly Instance[];
  onDone: () => void;
  onClose: () => void;
}) {
  const toast = useToast();
  const queryClient = useQueryClient();
  const count = instances.length;
  const removal = useMutation({
    mutationFn: async () => {
      const instanceIds = instances.map(({ id }) => id);
      for (let from = 0; from < count; from += REMOVED_AT_ONCE)
        await client.instances.removeInstances.mutate({
          findingId,
          instanceIds: instanceIds.slice(from, from + REMOVED_AT_ONCE),
        });
    },
    onSuccess: () => {
      toast.show({ title: t.removed(count) });
      onDone();
      onClose();
    },
    onSettled: () => findingsChanged(queryClient, projectId),
  });
  return (
    <ConfirmDialog
      open
      danger
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={t.removeTitle(count)}
      body={t.removeBody}
      confirmLabel={t.remove}
      onConfirm={() => removal.mutate()}
      busy={removal.isPending}
      busyLabel={t.removing}
      error={problemOf(removal.error)}
    />
  );
}
