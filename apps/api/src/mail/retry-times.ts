import type { MailKind } from './mail-kinds.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Waits after the first tries; then hourly. */
const FIRST_WAITS_MS = [1, 5, 15, 60].map((minutes) => minutes * MINUTE_MS);
/** After this long nobody waits for it any more. */
const GIVEN_UP_AFTER_MS = 24 * HOUR_MS;

/** Mails whose link has ended are not worth sending: they would only puzzle. */
const USEFUL_FOR_MS: Partial<Record<MailKind, number>> = { 'password-reset': 30 * MINUTE_MS };

/**
 * How long to wait after the try number `tries` (from 1) of a mail that has waited for `ageMs`; null when that was the
 * last one.
 */
export function nextWaitMs(kind: MailKind, tries: number, ageMs: number): number | null {
  const wait = FIRST_WAITS_MS[tries - 1] ?? HOUR_MS;
  return isUseful(kind, ageMs + wait) ? wait : null;
}

/** Whether a mail of this age still tells anything. */
export function isUseful(kind: MailKind, ageMs: number): boolean {
  return ageMs < (USEFUL_FOR_MS[kind] ?? GIVEN_UP_AFTER_MS);
}
