import { hasRunOut, isLocked, lockSession } from '@sallyport/forms';

let handler: () => void = () => undefined;

/** Says what to do when a session was ended: elsewhere, by somebody, by a change of the account. */
export function onSessionEnd(next: () => void): void {
  handler = next;
}

let entries = 0;

/** Somebody has signed in: a refusal of what was asked before says nothing of the session that there is now. */
export function noteEntry(): void {
  entries += 1;
}

/** How often somebody has signed in on this page; to be noted when a call begins. */
export function entriesSoFar(): number {
  return entries;
}

/**
 * Called for every answer that says "sign in first". Where time alone ended the session the page locks and stays: then it
 * resolves to true once the same person is back, and what was asked may be asked again.
 * @param askedAt what `entriesSoFar` said when the call began
 */
export function announceSessionEnd(askedAt: number): Promise<boolean> {
  if (askedAt !== entries) return Promise.resolve(false);
  if (isLocked() || hasRunOut()) return lockSession();
  handler();
  return Promise.resolve(false);
}
