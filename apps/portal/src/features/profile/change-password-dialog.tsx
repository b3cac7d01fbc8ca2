import { ChangePasswordInput } from '@sallyport/contracts/common';
import { errorDataOf, FieldError, NewPasswordField, useForm } from '@sallyport/forms';
import { Button, Dialog, FormError, useToast } from '@sallyport/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { client, trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.profile;

/** Chooses a new password; the server asks who you are before it takes it. */
export function ChangePasswordDialog({
  context,
  onClose,
}: {
  context: readonly string[];
  onClose: () => void;
}) {
  const formId = useId();
  const toast = useToast();
  const queryClient = useQueryClient();
  const form = useForm({
    schema: ChangePasswordInput,
    initial: { newPassword: '' },
    unreachable: strings.common.unreachable,
    onSubmit: async (input) => {
      try {
        await client.profile.changePassword.mutate(input);
      } catch (error) {
        const data = errorDataOf(error);
        if (data?.code === 'PASSWORD_REFUSED')
          throw new FieldError('newPassword', data.fields?.[0]?.message ?? data.userMessage);
        throw error;
      }
      toast.show({ title: t.passwordDone });
      onClose();
      await queryClient.invalidateQueries({ queryKey: trpc.profile.getProfile.queryKey() });
      await queryClient.invalidateQueries({ queryKey: trpc.auth.getCurrent.queryKey() });
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={t.changePassword}
      description={t.passwordNote}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {strings.common.cancel}
          </Button>
          <Button
            size="lg"
            type="submit"
            form={formId}
            variant="primary"
            lock
            busy={form.isBusy}
            busyLabel={t.changing}
          >
            {t.changePassword}
          </Button>
        </>
      }
    >
      <form id={formId} ref={form.ref} onSubmit={form.submit} noValidate className="flex flex-col gap-4">
        {form.failure ? <FormError title={form.failure} /> : null}
        <NewPasswordField
          words={strings.auth.password}
          autoFocus
          label={strings.auth.password.newLabel}
          value={form.values.newPassword}
          onChange={(value) => form.set('newPassword', value)}
          error={form.errors['newPassword']}
          context={context}
        />
      </form>
    </Dialog>
  );
}
