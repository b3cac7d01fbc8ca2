import { ConfirmIdentityInput } from '@sallyport/contracts/common';
import { Button, Dialog, FormError } from '@sallyport/ui';
import { useId } from 'react';
import type { z } from 'zod';
import { PasswordField } from './form-fields.tsx';
import { useForm } from './use-form.ts';

/** The question itself: the password once more. The app says how it is put to its door. */
export function ConfirmIdentityForm({
  words,
  onConfirm,
  settle,
}: {
  words: {
    title: string;
    body: string;
    password: string;
    submit: string;
    busy: string;
    cancel: string;
    cancelNote: string;
    unreachable: string;
  };
  onConfirm: (input: z.infer<typeof ConfirmIdentityInput>) => Promise<unknown>;
  settle: (isConfirmed: boolean) => void;
}) {
  const formId = useId();
  const form = useForm({
    schema: ConfirmIdentityInput,
    initial: { password: '' },
    unreachable: words.unreachable,
    onSubmit: async (input) => {
      await onConfirm(input);
      settle(true);
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : settle(false))}
      title={words.title}
      description={words.body}
      footer={
        <>
          <Button size="lg" onClick={() => settle(false)}>
            {words.cancel}
          </Button>
          <Button
            size="lg"
            type="submit"
            form={formId}
            variant="primary"
            busy={form.isBusy}
            busyLabel={words.busy}
          >
            {words.submit}
          </Button>
        </>
      }
    >
      <form id={formId} ref={form.ref} onSubmit={form.submit} noValidate className="flex flex-col gap-4">
        {form.failure ? <FormError title={form.failure} /> : null}
        <PasswordField
          form={form}
          name="password"
          label={words.password}
          help={words.cancelNote}
          autoComplete="current-password"
          autoFocus
        />
      </form>
    </Dialog>
  );
}
