import type { SessionState } from '@sallyport/contracts/common';
import { useEffect, useRef, useState } from 'react';
import { serverNow } from './server-clock.ts';
import { noteSession } from './session-lock.ts';

const WARN_MS = 120_000;
/** After the end, before asking: the server decides, and its clock is known to the second. */
const AFTER_END_MS = 1_500;
const SOONEST_MS = 5_000;
const LONGEST_MS = 3_600_000;

/** The end that is near: when, and whether going on working puts it off. */
export interface NearEnd {
  at: string;
  canStay: boolean;
}

/**
 * Watches the time of a session: says when its end is two minutes off, and asks the server once it is reached, which locks
 * the page. What other tabs did counts: before warning it asks, without extending anything.
 * @param check asks in the background who is signed in, and keeps the answer
 */
export function useSessionWatch(session: SessionState, check: () => Promise<unknown>): NearEnd | null {
  const [isNear, setNear] = useState(false);
  const ask = useRef(check);
  useEffect(() => {
    ask.current = check;
  });
  const { idleEndsAt, absoluteEndsAt } = session;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const plan = (hasAsked: boolean) => {
      if (isGone) return;
      clearTimeout(timer);
      const left = Date.parse(idleEndsAt) - serverNow();
      const isClose = left <= WARN_MS;
      if (!isClose) {
        setNear(false);
        timer = setTimeout(look, Math.min(left - WARN_MS, LONGEST_MS));
      } else if (!hasAsked) look();
      else {
        setNear(true);
        timer = setTimeout(look, Math.max(left + AFTER_END_MS, SOONEST_MS));
      }
    };
    const look = () => {
      // A refusal locks the page or leads to sign-in; an unreachable server is asked again.
      void ask.current().then(
        () => plan(true),
        () => plan(true),
      );
    };
    const onVisible = () => (document.visibilityState === 'visible' ? plan(false) : undefined);
    plan(false);
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      isGone = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [idleEndsAt]);
  useEffect(() => noteSession(session), [session]);
  return isNear ? { at: idleEndsAt, canStay: Date.parse(idleEndsAt) < Date.parse(absoluteEndsAt) } : null;
}
