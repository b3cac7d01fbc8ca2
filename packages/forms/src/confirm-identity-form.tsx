import { ConfirmIdentityInput } from '@sallyport/contracts/common';
import { Button, Dialog, FormError, Notice, OrDivider } from '@sallyport/ui';
import { useId, useState } from 'react';
import type { z } from 'zod';
import { errorDataOf } from './api-error.ts';
import { PasswordField } from './form-fields.tsx';
import { type PasskeyProblemWords, passkeyProblemOf } from './passkeys/passkey.ts';
import { useForm } from './use-form.ts';

/** The question itself: the password once more, or a touch of a passkey. The app says how it is put to its door. */
export function ConfirmIdentityForm({
  words,
  onConfirm,
  onPasskey,
  settle,
}: {
  words: {
    title: string;
    body: string;
    password: string;
    submit: string;
    busy: string;
    or: string;
    passkey: string;
    passkeyBusy: string;
    passkeyProblem: PasskeyProblemWords;
    cancel: string;
    cancelNote: string;
    unreachable: string;
  };
  onConfirm: (input: z.infer<typeof ConfirmIdentityInput>) => Promise<unknown>;
  /** Where the account has a passkey and the browser can ask for it. */
  onPasskey?: (() => Promise<unknown>) | undefined;
  settle: (isConfirmed: boolean) => void;
}) {
  const formId = useId();
  const [isTouching, setTouching] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({
    schema: ConfirmIdentityInput,
    initial: { password: '' },
    unreachable: words.unreachable,
    onSubmit: async (input) => {
      await onConfirm(input);
      settle(true);
    },
  });
  const touch = async () => {
    if (!onPasskey || isTouching) return;
    setTouching(true);
    setProblem(null);
    try {
      await onPasskey();
      settle(true);
    } catch (error) {
      setProblem(
        passkeyProblemOf(error, words.passkeyProblem) ?? errorDataOf(error)?.userMessage ?? words.unreachable,
      );
    } finally {
      setTouching(false);
    }
  };
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
      {onPasskey ? (
        <>
          <OrDivider>{words.or}</OrDivider>
          <div className="flex flex-col gap-3">
            <Button
              size="lg"
              block
              icon="fingerprint"
              busy={isTouching}
              busyLabel={words.passkeyBusy}
              onClick={() => void touch()}
            >
              {words.passkey}
            </Button>
            {problem ? (
              <Notice live tone="negative">
                {problem}
              </Notice>
            ) : null}
          </div>
        </>
      ) : null}
    </Dialog>
  );
}
