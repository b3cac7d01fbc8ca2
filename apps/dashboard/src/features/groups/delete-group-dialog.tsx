import { errorDataOf } from '@sallyport/forms';
import { ConfirmDialog, useToast } from '@sallyport/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import type { GroupDetail } from './groups.queries.ts';

const t = strings.groups.remove;

/** Deletes a group for good, once its name was typed. */
export function DeleteGroupDialog({
  group,
  onClose,
  onDeleted,
}: {
  group: GroupDetail;
  onClose: () => void;
  onDeleted: () => void;
}) {
  const toast = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const removal = useMutation(
    trpc.groups.deleteGroup.mutationOptions({
      onSuccess: async () => {
        onDeleted();
        toast.show({ title: t.done(group.name) });
        await navigate({ to: '/groups', ignoreBlocker: true });
        queryClient.removeQueries({ queryKey: trpc.groups.getGroup.queryKey({ groupId: group.id }) });
        await queryClient.invalidateQueries();
      },
    }),
  );
  const problem = errorDataOf(removal.error);
  const isQuiet = problem?.code === 'CONFIRM_IDENTITY';
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={t.title(group.name)}
      body={t.body(group.memberCount)}
      confirmLabel={t.action}
      danger
      lock
      typeToConfirm={group.name}
      busy={removal.isPending}
      busyLabel={t.busy}
      error={
        removal.error && !isQuiet
          ? (problem?.reason?.message ?? problem?.userMessage ?? strings.common.unreachable)
          : undefined
      }
      onConfirm={() => removal.mutate({ groupId: group.id, version: group.version })}
    />
  );
}
