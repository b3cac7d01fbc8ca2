import { RecoveryCodeText } from '@sallyport/contracts/common';
import { Button, Field, Notice, OrDivider, TextInput } from '@sallyport/ui';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { errorDataOf } from '../api-error.ts';
import { canUsePasskeys } from '../passkeys/passkey.ts';
import { CodeField } from './code-field.tsx';
import type { OwedFactor, SignInFlow } from './use-sign-in.ts';

/** The second factor, in the same card: a code, a touch, or a recovery code. */
export function FactorStep({ flow, owed }: { flow: SignInFlow; owed: OwedFactor }) {
  const words = flow.words.factor;
  const hasPasskey = owed.passkey && canUsePasskeys();
  const [isRecovering, setRecovering] = useState(!owed.totp && !hasPasskey && owed.recoveryCode);
  const submit = async (code: string) => {
    try {
      await flow.proceed(await flow.calls.presentTotp({ code }));
    } catch (error) {
      if (!flow.restartIfOver(error)) throw error;
    }
  };
  const passkey = (
    <Button
      size="xl"
      block
      icon="fingerprint"
      variant={owed.totp ? 'default' : 'primary'}
      autoFocus={!owed.totp}
      busy={flow.isTouching}
      busyLabel={words.passkeyBusy}
      onClick={() => void flow.touch()}
    >
      {words.passkey}
    </Button>
  );
  return (
    <div className="flex flex-col gap-4.5">
      {isRecovering ? (
        <RecoveryCodeForm flow={flow} />
      ) : (
        <>
          {owed.totp ? (
            <CodeField
              words={{
                ...words,
                label: words.code,
                help: words.codeHelp,
                unreachable: flow.words.unreachable,
              }}
              onCode={submit}
            />
          ) : null}
          {owed.totp && hasPasskey ? (
            <div className="-my-4.5">
              <OrDivider>{words.or}</OrDivider>
            </div>
          ) : null}
          {hasPasskey ? passkey : null}
          {flow.problem ? (
            <Notice live tone="negative">
              {flow.problem}
            </Notice>
          ) : null}
        </>
      )}
      <div className="-mx-2.5 flex flex-wrap justify-between gap-x-4 gap-y-1">
        <Button variant="ghost" icon="arrow-left" onClick={flow.back}>
          {words.back}
        </Button>
        {owed.recoveryCode && (owed.totp || hasPasskey) ? (
          <Button variant="ghost" onClick={() => setRecovering(!isRecovering)}>
            {isRecovering ? words.useOther : words.useRecovery}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function RecoveryCodeForm({ flow }: { flow: SignInFlow }) {
  const words = flow.words.factor;
  const input = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    if (error) input.current?.focus();
  }, [error]);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const read = RecoveryCodeText.safeParse(code);
    if (!read.success) return setError(read.error.issues[0]?.message ?? words.recoveryHelp);
    setError(null);
    setBusy(true);
    try {
      await flow.proceed(await flow.calls.presentRecoveryCode({ code }));
    } catch (failure) {
      if (!flow.restartIfOver(failure)) setError(errorDataOf(failure)?.userMessage ?? flow.words.unreachable);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4.5">
      <Field label={words.recovery} help={words.recoveryHelp} error={error}>
        {(ids) => (
          <TextInput
            {...ids}
            ref={input}
            size="xl"
            mono
            autoFocus
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={code}
            onChange={(event) => {
              setCode(event.target.value);
              setError(null);
            }}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size="xl" block busy={isBusy} busyLabel={words.busy}>
        {words.submit}
      </Button>
    </form>
  );
}
