const FORMAT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** A moment for people who may be anywhere: "30 November 2026 at 21:40 UTC". */
export function momentWords(iso: string): string {
  return `${FORMAT.format(new Date(iso))} UTC`;
}
