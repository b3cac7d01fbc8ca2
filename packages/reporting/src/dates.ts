/** A calendar day as "18 Nov 2025"; a day has no zone. */
export function dayInWords(day: string): string {
  return inWords(new Date(`${day}T00:00:00Z`), 'UTC');
}

/** The day on which a moment falls in a zone, in words. @throws RangeError for an unknown zone */
export function dayOfMoment(moment: string, timeZone: string): string {
  return inWords(new Date(moment), timeZone);
}

/** Two days as a span, or what there is of it. */
export function spanInWords(start: string | null, end: string | null): string | null {
  if (start === null || end === null || start === end) {
    const only = start ?? end;
    return only === null ? null : dayInWords(only);
  }
  return `${dayInWords(start)} – ${dayInWords(end)}`;
}

function inWords(date: Date, timeZone: string): string {
  // en-GB writes "Sept"; the parts are put together here so that all months have three letters.
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
  }).formatToParts(date);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('day')} ${part('month')} ${part('year')}`;
}
