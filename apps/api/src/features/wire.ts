import { z } from 'zod';

/** Input of procedures that need none. */
export const NoInput = z.strictObject({});

/** A moment as it goes over the wire. */
export function iso(moment: Date): string {
  return moment.toISOString();
}

export function isoOrNull(moment: Date | null): string | null {
  return moment === null ? null : moment.toISOString();
}

/** A moment off the wire. */
export function momentOrNull(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

export const DONE = { done: true } as const;
