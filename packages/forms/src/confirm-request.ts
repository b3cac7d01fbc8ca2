import { useSyncExternalStore } from 'react';

interface ConfirmRequest {
  promise: Promise<boolean>;
  settle: (isConfirmed: boolean) => void;
}

let current: ConfirmRequest | null = null;
const listeners = new Set<() => void>();

function announce(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks the person to confirm who they are; calls that ask meanwhile share the one dialog. */
export function requestConfirmation(): Promise<boolean> {
  if (current) return current.promise;
  let answer: (isConfirmed: boolean) => void = () => undefined;
  const promise = new Promise<boolean>((resolve) => {
    answer = resolve;
  });
  current = {
    promise,
    settle: (isConfirmed) => {
      current = null;
      announce();
      answer(isConfirmed);
    },
  };
  announce();
  return promise;
}

/** The question now open, if any. */
export function useConfirmRequest(): ConfirmRequest | null {
  return useSyncExternalStore(subscribe, () => current);
}
