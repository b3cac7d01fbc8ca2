import { PreviewGroupChangeInput } from '@sallyport/contracts/staff';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { trpc } from '../../lib/trpc.ts';
import { useDebounced } from '../../lib/use-debounced.ts';
import { changeInput, type GroupDraft } from './group-draft.ts';
import type { GroupDetail, GroupEffect } from './groups.queries.ts';

const TYPING_MS = 300;

export interface EffectState {
  effect: GroupEffect | undefined;
  error: unknown;
  /** The effect shown is not yet that of what stands in the editor. */
  isBehind: boolean;
  /** The draft cannot be asked about: the name or the purpose is missing. */
  isIncomplete: boolean;
  retry: () => void;
}

/** What the draft would do, worked out by the server while one edits; the last answer stays until the next is there. */
export function useGroupEffect(draft: GroupDraft, group: GroupDetail, changes: number): EffectState {
  const input = changeInput(draft, group);
  const text = JSON.stringify(input);
  const settled = useDebounced(text, TYPING_MS);
  const { groupId: _groupId, ...change } = input;
  const isIncomplete = !PreviewGroupChangeInput.safeParse(change).success;
  const isSettled = settled === text;
  const query = useQuery(
    trpc.groups.previewGroupChange.queryOptions(input, {
      enabled: changes > 0 && !isIncomplete && isSettled,
      placeholderData: keepPreviousData,
      staleTime: 5_000,
      gcTime: 10_000,
    }),
  );
  return {
    effect: changes > 0 ? query.data : undefined,
    error: changes > 0 ? query.error : null,
    isBehind: changes > 0 && !isIncomplete && (!isSettled || query.isFetching || query.isPlaceholderData),
    isIncomplete,
    retry: () => void query.refetch(),
  };
}
