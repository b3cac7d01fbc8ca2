import { Button, LockCover } from '@sallyport/ui';
import { lazy, Suspense, useEffect, useRef } from 'react';
import type { SignInCalls } from '../sign-in/sign-in-calls.ts';
import type { SignInWords } from '../sign-in/sign-in-words.ts';
import { useSignIn } from '../sign-in/use-sign-in.ts';

/** Soon after the first screen: well before a session can run out, while the server still has this version's files. */
const FETCH_STEPS_AFTER_MS = 15_000;

const loadSteps = () => import('../sign-in/sign-in-steps.tsx');
const SignInSteps = lazy(() => loadSteps().then((module) => ({ default: module.SignInSteps })));

/** Fetches what the lock screen asks with, without holding up the first screen. */
export function useLockScreenAtHand(): void {
  useEffect(() => {
    const timer = setTimeout(() => void loadSteps().catch(() => undefined), FETCH_STEPS_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
}

interface LockWords {
  title: string;
  body: string;
  other: string;
}

/** Signing in again in place, over what was open when the session ran out. */
export function LockScreen({
  words,
  signInWords,
  door,
  person,
  calls,
  onEntered,
  onLook,
  onOther,
}: {
  words: LockWords;
  signInWords: SignInWords;
  door: 'staff' | 'portal';
  person: { id: string; displayName: string; email: string };
  calls: SignInCalls;
  /** Somebody has signed in; who it is the app finds out. */
  onEntered: () => Promise<unknown>;
  /** The person is looking again: they may have signed in in another tab. */
  onLook: () => void;
  onOther: () => void;
}) {
  const flow = useSignIn(calls, signInWords, onEntered);
  const look = useRef(onLook);
  useEffect(() => {
    look.current = onLook;
  });
  useEffect(() => {
    const onVisible = () => (document.visibilityState === 'visible' ? look.current() : undefined);
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, []);
  return (
    <LockCover
      door={door}
      title={flow.owed ? signInWords.factor.title : words.title}
      body={flow.owed ? signInWords.factor.subtitle : words.body}
      person={person}
      footer={
        <Button variant="ghost" onClick={onOther}>
          {words.other}
        </Button>
      }
    >
      <Suspense fallback={null}>
        <SignInSteps flow={flow} door={door} identifier={person.email} />
      </Suspense>
    </LockCover>
  );
}
