let handler: () => void = () => undefined;

/** Says what to do when the server no longer knows the session. */
export function onSessionEnd(next: () => void): void {
  handler = next;
}

/** Called for every answer that says "sign in first". */
export function announceSessionEnd(): void {
  handler();
}
