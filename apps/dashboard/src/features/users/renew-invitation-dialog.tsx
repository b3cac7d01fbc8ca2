import { errorDataOf } from '@sallyport/forms';
import { Button, ConfirmDialog, Dialog } from '@sallyport/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { OneTimeLink } from '../../components/one-time-link.tsx';
import { trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import type { UserDetail } from './users.queries.ts';

const t = strings.users;

/** Replaces the link of an open invitation and shows the new one, once. */
export function RenewInvitationDialog({ user, onClose }: { user: UserDetail; onClose: () => void }) {
  const queryClient = useQueryClient();
  const renewal = useMutation(
    trpc.users.renewInvitation.mutationOptions({
      onSuccess: () =>
        queryClient.invalidateQueries({ queryKey: trpc.users.getUser.queryKey({ userId: user.id }) }),
    }),
  );
  if (renewal.data)
    return (
      <Dialog
        open
        closable={false}
        size="lg"
        onOpenChange={() => undefined}
        title={t.link.title(user.displayName)}
        footer={
          <Button size="lg" variant="primary" onClick={onClose}>
            {t.link.done}
          </Button>
        }
      >
        <OneTimeLink link={renewal.data.link} endsAt={renewal.data.endsAt} />
      </Dialog>
    );
  const problem = errorDataOf(renewal.error);
  const error =
    renewal.error && problem?.code !== 'CONFIRM_IDENTITY'
      ? (problem?.userMessage ?? strings.common.unreachable)
      : undefined;
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={t.renew.title(user.displayName)}
      body={t.renew.body}
      confirmLabel={t.renew.action}
      busy={renewal.isPending}
      busyLabel={t.renew.busy}
      error={error}
      onConfirm={() => renewal.mutate({ userId: user.id })}
    />
  );
}
