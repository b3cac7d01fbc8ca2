import { CompletePasswordResetInput, type PasswordResetResult } from '@sallyport/contracts/common';
import { Button, FormError, Notice } from '@sallyport/ui';
import { useState } from 'react';
import type { z } from 'zod';
import { errorDataOf } from '../api-error.ts';
import { FieldError } from '../field-error.ts';
import { TextField } from '../form-fields.tsx';
import { NewPasswordField, type PasswordWords } from '../new-password-field.tsx';
import { useForm } from '../use-form.ts';

interface ResetPasswordWords {
  newPassword: string;
  note: string;
  submit: string;
  busy: string;
  factorTitle: string;
  factor: string;
  code: string;
  codeHelp: string;
  recoveryHelp: string;
  wrongCode: string;
  unreachable: string;
}

/** S10: chooses a new password, and shows the second factor once it is known that there is one. */
export function ResetPasswordForm({
  words,
  passwordWords,
  firmName,
  secret,
  complete,
  onDone,
  onLinkInvalid,
}: {
  words: ResetPasswordWords;
  passwordWords: PasswordWords;
  firmName: string;
  secret: string;
  complete: (input: z.output<typeof CompletePasswordResetInput>) => Promise<PasswordResetResult>;
  onDone: () => void;
  onLinkInvalid: (message: string) => void;
}) {
  const [factor, setFactor] = useState<{ hasTotp: boolean } | null>(null);
  const form = useForm({
    schema: CompletePasswordResetInput,
    initial: { newPassword: '', code: '' },
    toInput: ({ newPassword, code }) => ({ secret, newPassword, ...(factor ? { code } : {}) }),
    unreachable: words.unreachable,
    onSubmit: async (input) => {
      try {
        const result = await complete(input);
        if (result.next === 'done') return onDone();
        setFactor({ hasTotp: result.hasTotp });
        if (result.isWrong) throw new FieldError('code', words.wrongCode);
      } catch (error) {
        const data = errorDataOf(error);
        if (data?.code === 'LINK_INVALID') return onLinkInvalid(data.userMessage);
        if (data?.code === 'PASSWORD_REFUSED') throw new FieldError('newPassword', data.userMessage);
        throw error;
      }
    },
  });
  return (
    <form ref={form.ref} onSubmit={form.submit} noValidate className="flex flex-col gap-4.5">
      {form.failure ? <FormError title={form.failure} /> : null}
      <NewPasswordField
        words={passwordWords}
        label={words.newPassword}
        size="xl"
        autoFocus
        value={form.values.newPassword}
        onChange={(value) => form.set('newPassword', value)}
        error={form.errors['newPassword']}
        context={[firmName]}
      />
      {factor ? (
        <>
          <Notice tone="accent" icon="shield-check" title={words.factorTitle} live>
            {words.factor}
          </Notice>
          <TextField
            form={form}
            name="code"
            label={words.code}
            help={factor.hasTotp ? words.codeHelp : words.recoveryHelp}
            size="xl"
            autoComplete="one-time-code"
            autoFocus
          />
        </>
      ) : (
        <Notice icon="shield-check">{words.note}</Notice>
      )}
      <Button type="submit" variant="primary" size="xl" block busy={form.isBusy} busyLabel={words.busy}>
        {words.submit}
      </Button>
    </form>
  );
}
