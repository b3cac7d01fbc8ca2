import { FACTOR_LIMITS } from '@sallyport/contracts/common';
import { Button, Field, type InputSize, TextInput } from '@sallyport/ui';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { errorDataOf } from '../api-error.ts';

const DIGITS = FACTOR_LIMITS.totpDigits;

/** The six digits of an authenticator app; the sixth sends them. A refused code is cleared for the next. */
export function CodeField({
  words,
  size = 'xl',
  onCode,
}: {
  words: { label: string; help: string; submit: string; busy: string; unreachable: string };
  size?: InputSize;
  onCode: (code: string) => Promise<unknown>;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    if (error) input.current?.focus();
  }, [error]);

  async function send(digits: string) {
    if (isBusy) return;
    if (digits.length < DIGITS) return setError(words.help);
    setBusy(true);
    setError(null);
    try {
      await onCode(digits);
    } catch (failure) {
      const said = errorDataOf(failure);
      setCode('');
      setError(said?.fields?.[0]?.message ?? said?.userMessage ?? words.unreachable);
    } finally {
      setBusy(false);
    }
  }

  const type = (text: string) => {
    const digits = text.replace(/\D/g, '').slice(0, DIGITS);
    setCode(digits);
    if (digits !== '') setError(null);
    if (digits.length === DIGITS && digits !== code) void send(digits);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void send(code);
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4.5">
      <Field label={words.label} help={words.help} error={error}>
        {(ids) => (
          <TextInput
            {...ids}
            ref={input}
            className="ui-input-code"
            size={size}
            mono
            autoFocus
            inputMode="numeric"
            autoComplete="one-time-code"
            spellCheck={false}
            maxLength={DIGITS + 1}
            value={code}
            onChange={(event) => type(event.target.value)}
          />
        )}
      </Field>
      <Button
        type="submit"
        variant="primary"
        size={size === 'xl' ? 'xl' : 'lg'}
        block={size === 'xl'}
        busy={isBusy}
        busyLabel={words.busy}
      >
        {words.submit}
      </Button>
    </form>
  );
}
