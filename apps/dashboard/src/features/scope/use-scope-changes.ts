import { errorDataOf, hasCode } from '@sallyport/forms';
import { useToast } from '@sallyport/ui';
import { useQueryClient } from '@tanstack/react-query';
import { client } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { type ScopeItem, scopeChanged, scopeOptions } from './scope.queries.ts';
import { textOf } from './scope-text.ts';

const t = strings.scope;
const REMOVED_AT_ONCE = 200;

/** What can be done with targets that are there; each says what happened and offers to take it back. */
export function useScopeChanges(projectId: string) {
  const toast = useToast();
  const queryClient = useQueryClient();

  async function attempt(change: () => Promise<unknown>): Promise<boolean> {
    try {
      await change();
      return true;
    } catch (error) {
      const data = errorDataOf(error);
      if (!hasCode(error, 'CONFIRM_IDENTITY'))
        toast.show({
          tone: 'negative',
          title: data?.reason?.message ?? data?.userMessage ?? strings.common.unreachable,
        });
      return false;
    } finally {
      await scopeChanged(queryClient, projectId);
    }
  }

  const save = (item: ScopeItem) =>
    client.scope.updateScopeItem.mutate({
      projectId,
      scopeItemId: item.id,
      isInScope: item.isInScope,
      note: item.note,
    });

  function showAtOnce(items: readonly ScopeItem[]): void {
    const byId = new Map(items.map((item) => [item.id, item]));
    queryClient.setQueryData(scopeOptions(projectId).queryKey, (list) =>
      list ? { rows: list.rows.map((row) => byId.get(row.id) ?? row) } : list,
    );
  }

  async function setInScope(items: readonly ScopeItem[], isInScope: boolean): Promise<void> {
    const changed = items.filter((item) => item.isInScope !== isInScope);
    if (changed.length === 0) return;
    const next = changed.map((item) => ({ ...item, isInScope }));
    showAtOnce(next);
    if (await attempt(() => Promise.all(next.map(save))))
      toast.show({
        title: t.moved(changed.length, isInScope),
        undo: () => {
          showAtOnce(changed);
          void attempt(() => Promise.all(changed.map(save)));
        },
      });
  }

  async function saveNote(item: ScopeItem, note: string): Promise<boolean> {
    const isSaved = await attempt(() => save({ ...item, note }));
    if (isSaved) toast.show({ title: t.noteSaved });
    return isSaved;
  }

  async function addAgain(items: readonly ScopeItem[]): Promise<void> {
    const isBack = await attempt(async () => {
      for (const part of textOf(items)) await client.scope.addScope.mutate({ projectId, ...part });
    });
    if (isBack) toast.show({ title: t.restored });
  }

  async function remove(items: readonly ScopeItem[]): Promise<void> {
    const ids = items.map(({ id }) => id);
    const isGone = await attempt(async () => {
      for (let from = 0; from < ids.length; from += REMOVED_AT_ONCE)
        await client.scope.removeScope.mutate({
          projectId,
          scopeItemIds: ids.slice(from, from + REMOVED_AT_ONCE),
        });
    });
    if (isGone) toast.show({ title: t.removed(items.length), undo: () => void addAgain(items) });
  }

  return { setInScope, saveNote, remove };
}
