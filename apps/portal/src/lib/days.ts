/** A calendar day (yyyy-mm-dd) as noon in the person's calendar, so that it is shown as that very day. */
export function noonOf(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12);
}

/** Two days as one span, "3 – 28 Nov 2025"; one of them alone, or null for neither. */
export function daySpan(from: string | null, to: string | null, locale: string): string | null {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  if (from !== null && to !== null) return format.formatRange(noonOf(from), noonOf(to));
  const day = from ?? to;
  return day === null ? null : format.format(noonOf(day));
}
