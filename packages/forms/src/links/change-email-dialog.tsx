import { RequestEmailChangeInput } from '@sallyport/contracts/common';
import { Button, Dialog, FormError, Notice } from '@sallyport/ui';
import { useId, useState } from 'react';
import { TextField } from '../form-fields.tsx';
import { useForm } from '../use-form.ts';

interface ChangeEmailWords {
  title: string;
  body: string;
  newEmail: string;
  submit: string;
  busy: string;
  cancel: string;
  sentTitle: string;
  sent: (email: string) => string;
  done: string;
  noMail: string;
  unreachable: string;
}

/** U6: another address for one's own account, confirmed by the link that is mailed to it. */
export function ChangeEmailDialog({
  words,
  sendsMail,
  request,
  onClose,
}: {
  words: ChangeEmailWords;
  sendsMail: boolean;
  request: (input: { newEmail: string }) => Promise<unknown>;
  onClose: () => void;
}) {
  const formId = useId();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({
    schema: RequestEmailChangeInput,
    initial: { newEmail: '' },
    unreachable: words.unreachable,
    onSubmit: async (input) => {
      await request(input);
      setSentTo(input.newEmail);
    },
  });
  const isOver = sentTo !== null || !sendsMail;
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen || form.isBusy ? undefined : onClose())}
      title={words.title}
      description={isOver ? undefined : words.body}
      footer={
        isOver ? (
          <Button size="lg" variant="primary" onClick={onClose}>
            {words.done}
          </Button>
        ) : (
          <>
            <Button size="lg" disabled={form.isBusy} onClick={onClose}>
              {words.cancel}
            </Button>
            <Button
              size="lg"
              type="submit"
              form={formId}
              variant="primary"
              lock
              busy={form.isBusy}
              busyLabel={words.busy}
            >
              {words.submit}
            </Button>
          </>
        )
      }
    >
      {sentTo !== null ? (
        <Notice tone="accent" icon="mail" title={words.sentTitle} live>
          {words.sent(sentTo)}
        </Notice>
      ) : sendsMail ? (
        <form id={formId} ref={form.ref} onSubmit={form.submit} noValidate className="flex flex-col gap-4">
          {form.failure ? <FormError title={form.failure} /> : null}
          <TextField
            form={form}
            name="newEmail"
            type="email"
            label={words.newEmail}
            autoComplete="email"
            autoFocus
          />
        </form>
      ) : (
        <Notice>{words.noMail}</Notice>
      )}
    </Dialog>
  );
}
