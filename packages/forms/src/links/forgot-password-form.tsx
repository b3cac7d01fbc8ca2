import { RequestPasswordResetInput } from '@sallyport/contracts/common';
import { Button, FormError, Notice } from '@sallyport/ui';
import { useState } from 'react';
import { TextField } from '../form-fields.tsx';
import { useForm } from '../use-form.ts';

interface ForgotPasswordWords {
  identifier: string;
  submit: string;
  busy: string;
  sentTitle: string;
  sent: string;
  noMailTitle: string;
  noMail: string;
  back: string;
  unreachable: string;
}

/** S10: asks for a link. The answer is the same for everyone, and so are its words. */
export function ForgotPasswordForm({
  words,
  sendsMail,
  request,
}: {
  words: ForgotPasswordWords;
  sendsMail: boolean;
  request: (input: { identifier: string }) => Promise<unknown>;
}) {
  const [isSent, setSent] = useState(false);
  const form = useForm({
    schema: RequestPasswordResetInput,
    initial: { identifier: '' },
    unreachable: words.unreachable,
    onSubmit: async (input) => {
      await request(input);
      setSent(true);
    },
  });
  const back = (
    <Button size="xl" block href="/sign-in">
      {words.back}
    </Button>
  );
  if (!sendsMail || isSent)
    return (
      <div className="flex flex-col gap-5">
        {isSent ? (
          <Notice tone="accent" icon="mail" title={words.sentTitle} live>
            {words.sent}
          </Notice>
        ) : (
          <Notice title={words.noMailTitle}>{words.noMail}</Notice>
        )}
        {back}
      </div>
    );
  return (
    <form ref={form.ref} onSubmit={form.submit} noValidate className="flex flex-col gap-4.5">
      {form.failure ? <FormError title={form.failure} /> : null}
      <TextField
        form={form}
        name="identifier"
        label={words.identifier}
        size="xl"
        autoComplete="username"
        autoFocus
      />
      <Button type="submit" variant="primary" size="xl" block busy={form.isBusy} busyLabel={words.busy}>
        {words.submit}
      </Button>
      {back}
    </form>
  );
}
