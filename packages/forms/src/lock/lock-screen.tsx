import { Button, LockCover } from '@sallyport/ui';
import { useEffect, useRef } from 'react';
import type { SignInCalls } from '../sign-in/sign-in-calls.ts';
import { SignInSteps } from '../sign-in/sign-in-steps.tsx';
import type { SignInWords } from '../sign-in/sign-in-words.ts';
import { useSignIn } from '../sign-in/use-sign-in.ts';

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
      <SignInSteps flow={flow} door={door} identifier={person.email} />
    </LockCover>
  );
}
