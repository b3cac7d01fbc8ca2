import { ConfirmIdentityInput } from '@sallyport/contracts/common';
import { Button, Dialog, FormError } from '@sallyport/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { PasswordField } from '../../components/form-fields.tsx';
import type { CurrentUser } from '../../lib/abilities.ts';
import { client, trpc } from '../../lib/trpc.ts';
import { useForm } from '../../lib/use-form.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.auth.confirm;

/** The question itself: the password once more. */
export function ConfirmIdentityForm({ settle }: { settle: (isConfirmed: boolean) => void }) {
  const formId = useId();
  const queryClient = useQueryClient();
  const form = useForm({
    schema: ConfirmIdentityInput,
    initial: { password: '' },
    unreachable: strings.common.unreachable,
    onSubmit: async (input) => {
      const session = await client.auth.confirmIdentity.mutate(input);
      queryClient.setQueryData<CurrentUser>(trpc.auth.getCurrent.queryKey(), (current) =>
        current ? { ...current, session } : current,
      );
      settle(true);
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : settle(false))}
      title={t.title}
      description={t.body}
      footer={
        <>
          <Button size="lg" onClick={() => settle(false)}>
            {strings.common.cancel}
          </Button>
          <Button
            size="lg"
            type="submit"
            form={formId}
            variant="primary"
            busy={form.isBusy}
            busyLabel={t.busy}
          >
            {t.submit}
          </Button>
        </>
      }
    >
      <form id={formId} ref={form.ref} onSubmit={form.submit} noValidate className="flex flex-col gap-4">
        {form.failure ? <FormError title={form.failure} /> : null}
        <PasswordField
          form={form}
          name="password"
          label={t.password}
          help={t.cancelNote}
          autoComplete="current-password"
          autoFocus
        />
      </form>
    </Dialog>
  );
}
