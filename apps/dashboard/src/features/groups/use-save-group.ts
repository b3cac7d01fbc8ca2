import { useToast } from '@sallyport/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { changeInput, type GroupDraft } from './group-draft.ts';
import { type GroupDetail, groupOptions } from './groups.queries.ts';

/** Saves all of a draft or nothing; afterwards everything that may depend on it is asked for again. */
export function useSaveGroup(group: GroupDetail, onSaved: (saved: GroupDetail) => void) {
  const toast = useToast();
  const queryClient = useQueryClient();
  const saving = useMutation(
    trpc.groups.updateGroup.mutationOptions({
      onSuccess: async (saved) => {
        onSaved(saved);
        queryClient.removeQueries({ queryKey: trpc.groups.previewGroupChange.queryKey() });
        queryClient.setQueryData(groupOptions(group.id).queryKey, saved);
        toast.show({ title: strings.groups.saved(saved.name) });
        await queryClient.invalidateQueries();
      },
    }),
  );
  return {
    save: (draft: GroupDraft) => saving.mutate(changeInput(draft, group)),
    isSaving: saving.isPending,
    error: saving.error,
    reset: saving.reset,
  };
}
