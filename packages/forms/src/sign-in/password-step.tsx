import { SignInInput } from '@sallyport/contracts/common';
import {
  Button,
  Field,
  FormError,
  Notice,
  OrDivider,
  PasswordInput,
  TextInput,
  TextLink,
} from '@sallyport/ui';
import { useEffect, useRef } from 'react';
import { canUsePasskeys, offerPasskeys, stopOfferingPasskeys } from '../passkeys/passkey.ts';
import { useForm } from '../use-form.ts';
import type { SignInFlow } from './use-sign-in.ts';

/** Name and password, or a passkey that needs neither. */
export function PasswordStep({
  flow,
  door,
  identifier,
  forgotHref,
}: {
  flow: SignInFlow;
  door: 'staff' | 'portal';
  identifier: string | undefined;
  forgotHref: string | undefined;
}) {
  const { words, calls, proceed } = flow;
  const isStaff = door === 'staff';
  useOfferedPasskey(flow, identifier === undefined);
  const form = useForm({
    schema: SignInInput,
    initial: { identifier: identifier ?? '', password: '' },
    unreachable: words.unreachable,
    onSubmit: async (input) => {
      await stopOfferingPasskeys();
      await proceed(await calls.signIn(input));
    },
  });
  const passkey = canUsePasskeys() ? (
    <Button
      size="xl"
      block
      icon="fingerprint"
      busy={flow.isTouching}
      busyLabel={words.passkeyBusy}
      onClick={() => void flow.touch()}
    >
      {words.passkey}
    </Button>
  ) : null;
  const problem = flow.problem ? (
    <Notice live tone="negative">
      {flow.problem}
    </Notice>
  ) : null;
  return (
    <>
      {flow.notice ? (
        <div className="mb-5">
          <Notice live tone="caution" icon="clock">
            {flow.notice}
          </Notice>
        </div>
      ) : null}
      {isStaff && passkey ? (
        <>
          <div className="flex flex-col gap-3">
            {passkey}
            {problem}
          </div>
          <OrDivider>{words.or}</OrDivider>
        </>
      ) : null}
      <form
        ref={form.ref}
        onSubmit={form.submit}
        noValidate
        className={`flex flex-col ${isStaff ? 'gap-4.5' : 'gap-5'}`}
      >
        {form.failure ? <FormError title={form.failure} /> : null}
        {identifier === undefined ? (
          <Field label={words.identifier} error={form.errors['identifier']}>
            {(ids) => (
              <TextInput
                {...ids}
                size="xl"
                type={isStaff ? 'text' : 'email'}
                autoComplete="username webauthn"
                autoCapitalize="none"
                spellCheck={false}
                autoFocus
                value={form.values.identifier}
                onChange={(event) => form.set('identifier', event.target.value)}
              />
            )}
          </Field>
        ) : (
          // For the keeper of passwords, which looks for the name beside the password.
          <input type="text" autoComplete="username" value={identifier} readOnly hidden />
        )}
        <div className="relative">
          <Field label={words.password} error={form.errors['password']}>
            {(ids) => (
              <PasswordInput
                {...ids}
                size="xl"
                autoComplete="current-password"
                autoFocus={identifier !== undefined}
                value={form.values.password}
                onChange={(event) => form.set('password', event.target.value)}
              />
            )}
          </Field>
          {forgotHref === undefined ? null : (
            // After the field, so that Tab goes from the name to the password.
            <TextLink href={forgotHref} className="absolute top-0 right-0">
              {words.forgot}
            </TextLink>
          )}
        </div>
        <Button type="submit" variant="primary" size="xl" block busy={form.isBusy} busyLabel={words.busy}>
          {words.submit}
        </Button>
        {isStaff ? null : (
          <>
            {passkey}
            {problem}
          </>
        )}
      </form>
    </>
  );
}

/** Passkeys among the suggestions of the name's field; picking one signs in. */
function useOfferedPasskey({ calls, proceed }: SignInFlow, isOffered: boolean): void {
  const latest = useRef({ calls, proceed });
  useEffect(() => {
    latest.current = { calls, proceed };
  });
  useEffect(() => {
    if (!isOffered) return undefined;
    let isGone = false;
    const take = async () => {
      const response = await offerPasskeys(() => latest.current.calls.startPasskeySignIn());
      if (response && !isGone)
        await latest.current.proceed(await latest.current.calls.signInWithPasskey({ response }));
    };
    // What an old offer leads to is no answer to anything the person did just now.
    void take().catch(() => undefined);
    return () => {
      isGone = true;
      void stopOfferingPasskeys();
    };
  }, [isOffered]);
}
