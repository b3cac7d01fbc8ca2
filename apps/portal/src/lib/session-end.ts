import { hasRunOut, isLocked, lockSession } from '@sallyport/forms';

let handler: () => void = () => undefined;

/** Says what to do when a session was ended: elsewhere, by somebody, by a change of the account. */
export function onSessionEnd(next: () => void): void {
  handler = next;
}

/**
 * Called for every answer that says "sign in first". Where time alone ended the session the page locks and stays: then it
 * resolves to true once the same person is back, and what was asked may be asked again.
 */
export function announceSessionEnd(): Promise<boolean> {
  if (isLocked() || hasRunOut()) return lockSession();
  handler();
  return Promise.resolve(false);
}
