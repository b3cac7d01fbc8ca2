import type { PasskeyOptions, PasskeyResponse, SignInResult } from '@sallyport/contracts/common';
import { useRef, useState } from 'react';
import { errorDataOf } from '../api-error.ts';
import { passkeyProblemOf, touchPasskey } from '../passkeys/passkey.ts';
import type { SignInCalls } from './sign-in-calls.ts';
import type { SignInWords } from './sign-in-words.ts';

/** Which factors can finish the sign-in that has begun. */
export type OwedFactor = Extract<SignInResult, { next: 'factor' }>;

export interface SignInFlow {
  calls: SignInCalls;
  words: SignInWords;
  /** The second step; null while the first is not done. */
  owed: OwedFactor | null;
  /** Why one is back at the first step. */
  notice: string | null;
  /** What went wrong with a passkey. */
  problem: string | null;
  isTouching: boolean;
  /** Goes on as the server said. */
  proceed: (result: SignInResult) => Promise<void>;
  /** Signs in, or finishes, with a touch. */
  touch: () => Promise<void>;
  back: () => void;
  /** Back to the password when the begun sign-in is over; true when it was. */
  restartIfOver: (error: unknown) => boolean;
}

/** Signing in, from the password or the passkey to the door standing open. */
export function useSignIn(
  calls: SignInCalls,
  words: SignInWords,
  onEntered: () => Promise<unknown>,
): SignInFlow {
  const [owed, setOwed] = useState<OwedFactor | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isTouching, setTouching] = useState(false);
  const isBusy = useRef(false);

  async function proceed(result: SignInResult) {
    setNotice(null);
    setProblem(null);
    if (result.next === 'factor') setOwed(result);
    else await onEntered();
  }

  function restartIfOver(error: unknown): boolean {
    const code = errorDataOf(error)?.code;
    if (code !== 'UNAUTHENTICATED' && code !== 'LINK_INVALID') return false;
    setOwed(null);
    setNotice(words.factor.expired);
    return true;
  }

  async function finish(
    start: () => Promise<PasskeyOptions>,
    present: (input: { response: PasskeyResponse }) => Promise<SignInResult>,
  ) {
    if (isBusy.current) return;
    isBusy.current = true;
    setTouching(true);
    setProblem(null);
    try {
      await proceed(await present({ response: await touchPasskey(await start()) }));
    } catch (error) {
      const said = errorDataOf(error);
      if (!owed || !restartIfOver(error))
        setProblem(passkeyProblemOf(error, words.passkeyProblem) ?? said?.userMessage ?? words.unreachable);
    } finally {
      isBusy.current = false;
      setTouching(false);
    }
  }

  return {
    calls,
    words,
    owed,
    notice,
    problem,
    isTouching,
    proceed,
    touch: () =>
      owed
        ? finish(calls.startFactorPasskey, calls.presentPasskey)
        : finish(calls.startPasskeySignIn, calls.signInWithPasskey),
    back: () => {
      setOwed(null);
      setNotice(null);
      setProblem(null);
    },
    restartIfOver,
  };
}
