import { PasskeyName } from '@sallyport/contracts/common';
import { Button, Dialog, FormError, Notice } from '@sallyport/ui';
import { useId, useState } from 'react';
import { z } from 'zod';
import { TextField } from '../form-fields.tsx';
import { type PasskeyProblemWords, passkeyProblemOf } from '../passkeys/passkey.ts';
import { useForm } from '../use-form.ts';

const NameInput = z.strictObject({ name: PasskeyName });

/** Asks what a passkey is called, by which its owner knows it again. */
export function PasskeyNameDialog({
  words,
  name,
  onName,
  onClose,
}: {
  words: {
    title: string;
    body?: string;
    passkeyName: string;
    passkeyNameHelp: string;
    submit: string;
    busy: string;
    cancel: string;
    passkeyProblem: PasskeyProblemWords;
    unreachable: string;
  };
  name: string;
  onName: (name: string) => Promise<unknown>;
  onClose: () => void;
}) {
  const formId = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({
    schema: NameInput,
    initial: { name },
    unreachable: words.unreachable,
    onSubmit: async (input) => {
      setProblem(null);
      try {
        await onName(input.name);
      } catch (error) {
        const text = passkeyProblemOf(error, words.passkeyProblem);
        if (text === null) throw error;
        setProblem(text);
      }
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={words.title}
      description={words.body}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
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
      }
    >
      <form id={formId} ref={form.ref} onSubmit={form.submit} noValidate className="flex flex-col gap-4">
        {form.failure ? <FormError title={form.failure} /> : null}
        {problem ? (
          <Notice live tone="negative">
            {problem}
          </Notice>
        ) : null}
        <TextField
          form={form}
          name="name"
          label={words.passkeyName}
          help={words.passkeyNameHelp}
          autoComplete="off"
          autoFocus
        />
      </form>
    </Dialog>
  );
}
