let offsetMs = 0;

/** Takes note of what the server's clock says, from the Date header of an answer. */
export function noteServerTime(date: string | null): void {
  const at = Date.parse(date ?? '');
  if (!Number.isNaN(at)) offsetMs = at - Date.now();
}

/** Milliseconds since 1970 by the server's clock: it decides when a session ends. */
export function serverNow(): number {
  return Date.now() + offsetMs;
}
