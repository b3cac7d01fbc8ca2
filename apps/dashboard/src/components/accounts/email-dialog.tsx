import { ChangeEmailInput } from '@sallyport/contracts/staff';
import { AreaField, TextField, useForm } from '@sallyport/forms';
import { Button, Dialog, FormError, useToast } from '@sallyport/ui';
import { useId } from 'react';
import { strings } from '../../strings/strings.ts';
import type { AccountPage } from './account-facts.ts';

const t = strings.accounts;

/** U6: another address, which counts once it is confirmed there. */
export function EmailDialog({ account, onClose }: { account: AccountPage; onClose: () => void }) {
  const formId = useId();
  const toast = useToast();
  const form = useForm({
    schema: ChangeEmailInput,
    initial: { newEmail: '', reason: '' },
    unreachable: strings.common.unreachable,
    onSubmit: async (input) => {
      const { state } = await account.calls.changeEmail(input);
      toast.show({ title: state === 'waiting' ? t.email.waiting : t.email.changed });
      onClose();
      await account.onChanged();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={t.email.title(account.name)}
      description={t.email.note}
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
            busyLabel={strings.common.saving}
          >
            {t.email.submit}
          </Button>
        </>
      }
    >
      <form id={formId} ref={form.ref} onSubmit={form.submit} noValidate className="flex flex-col gap-4">
        {form.failure ? <FormError title={form.failure} /> : null}
        <TextField form={form} name="newEmail" type="email" label={t.email.field} autoComplete="off" />
        <AreaField form={form} name="reason" label={t.reason} help={t.reasonHelp} />
      </form>
    </Dialog>
  );
}
