import { DeactivateUserInput } from '@sallyport/contracts/staff';
import { AreaField, useForm } from '@sallyport/forms';
import { ConfirmDialog, useToast } from '@sallyport/ui';
import { client } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { useUserSaved } from './use-user-saved.ts';
import type { UserDetail } from './users.queries.ts';

/** Deactivates or reactivates with a reason; says what happens to the person. */
export function StatusDialog({
  user,
  kind,
  onClose,
}: {
  user: UserDetail;
  kind: 'deactivate' | 'reactivate';
  onClose: () => void;
}) {
  const t = strings.users[kind];
  const toast = useToast();
  const onSaved = useUserSaved();
  const form = useForm({
    schema: DeactivateUserInput,
    initial: { reason: '' },
    unreachable: strings.common.unreachable,
    onSubmit: async ({ reason }) => {
      const input = { userId: user.id, reason };
      await onSaved(
        kind === 'deactivate'
          ? await client.users.deactivateUser.mutate(input)
          : await client.users.reactivateUser.mutate(input),
      );
      toast.show({ title: t.done(user.displayName) });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={t.title(user.displayName)}
      body={t.body}
      confirmLabel={t.action}
      danger={kind === 'deactivate'}
      busy={form.isBusy}
      busyLabel={t.busy}
      error={form.failure ?? undefined}
      onConfirm={() => void form.submit()}
    >
      <div ref={form.ref}>
        <AreaField
          form={form}
          name="reason"
          label={strings.users.deactivate.reason}
          help={strings.users.deactivate.reasonHelp}
        />
      </div>
    </ConfirmDialog>
  );
}
