const DAY_MS = 86_400_000;

/** A calendar day so many days from today, as 2026-03-29. */
export function day(offset: number): string {
  return moment(offset).slice(0, 10);
}

/** A moment so many days from now. */
export function moment(offset: number): string {
  return new Date(Date.now() + offset * DAY_MS).toISOString();
}

/** A day as text for people, as 29 March. */
export function dayInWords(offset: number): string {
  const options = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Date(Date.now() + offset * DAY_MS).toLocaleDateString('en-GB', options);
}
