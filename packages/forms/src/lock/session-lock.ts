import type { SessionState } from '@sallyport/contracts/common';
import { useSyncExternalStore } from 'react';
import { serverNow } from './server-clock.ts';

/** The Date header counts whole seconds. */
const GRACE_MS = 2_000;

interface Lock {
  promise: Promise<boolean>;
  release: (isBack: boolean) => void;
}

let endsAt: number | null = null;
let lock: Lock | null = null;
const listeners = new Set<() => void>();

function announce(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes note of when the session ends by itself. */
export function noteSession(session: SessionState): void {
  endsAt = Date.parse(session.idleEndsAt);
}

/** True when a missing session is explained by time alone: unused for too long, or too old. Then the page locks and stays. */
export function hasRunOut(): boolean {
  return endsAt !== null && serverNow() >= endsAt - GRACE_MS;
}

/** Locks the page over what is open; resolves once somebody is in again: true for the same person, and work goes on. */
export function lockSession(): Promise<boolean> {
  if (lock) return lock.promise;
  let settle: (isBack: boolean) => void = () => undefined;
  const promise = new Promise<boolean>((resolve) => {
    settle = resolve;
  });
  lock = {
    promise,
    release: (isBack) => {
      lock = null;
      announce();
      settle(isBack);
    },
  };
  announce();
  return promise;
}

/** Lifts the lock, if there is one. */
export function unlockSession(isBack: boolean): void {
  lock?.release(isBack);
}

export function isLocked(): boolean {
  return lock !== null;
}

/** Whether the page is locked now. */
export function useIsLocked(): boolean {
  return useSyncExternalStore(subscribe, isLocked);
}
