import { UpdateUserInput } from '@sallyport/contracts/staff';
import { hasCode, TextField, useForm } from '@sallyport/forms';
import { Button, Dialog, FormError, Notice, useToast } from '@sallyport/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { client } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { useUserSaved } from './use-user-saved.ts';
import { type UserDetail, userOptions } from './users.queries.ts';

const t = strings.users.detail;

/** Name, title and username. A change by somebody else meanwhile is said, not overwritten. */
export function EditUserDialog({ user, onClose }: { user: UserDetail; onClose: () => void }) {
  const formId = useId();
  const toast = useToast();
  const queryClient = useQueryClient();
  const onSaved = useUserSaved();
  const [isStale, setStale] = useState(false);
  const form = useForm({
    schema: UpdateUserInput,
    initial: { displayName: user.displayName, title: user.title, username: user.username ?? '' },
    toInput: (values) => ({ ...values, username: values.username.trim() || null, version: user.version }),
    draftKey: `user.${user.id}.${user.version}`,
    unreachable: strings.common.unreachable,
    onSubmit: async (input) => {
      try {
        await onSaved(await client.users.updateUser.mutate({ userId: user.id, ...input }));
      } catch (error) {
        if (!hasCode(error, 'STALE_EDIT')) throw error;
        await queryClient.invalidateQueries(userOptions(user.id));
        return setStale(true);
      }
      toast.show({ title: t.saved });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={t.editProfile}
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
            busy={form.isBusy}
            busyLabel={strings.common.saving}
          >
            {strings.common.save}
          </Button>
        </>
      }
    >
      <form id={formId} ref={form.ref} onSubmit={form.submit} noValidate className="flex flex-col gap-4">
        {isStale ? (
          <Notice tone="caution" live>
            {t.stale}
          </Notice>
        ) : null}
        {form.failure ? <FormError title={form.failure} /> : null}
        <TextField form={form} name="displayName" label={t.displayName} autoComplete="off" />
        <TextField
          form={form}
          name="title"
          label={t.titleField}
          help={t.titleHelp}
          optional
          autoComplete="off"
        />
        <TextField
          form={form}
          name="username"
          label={t.username}
          help={t.usernameHelp}
          optional
          autoComplete="off"
        />
      </form>
    </Dialog>
  );
}
