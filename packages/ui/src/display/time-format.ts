const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** An instant, as a Date, an ISO text or milliseconds since 1970. */
export type Instant = Date | string | number;

/** An Instant as a Date. */
export function toDate(at: Instant): Date {
  return at instanceof Date ? at : new Date(at);
}

/** A day as "18 Nov 2025". */
export function formatDay(at: Instant, locale: string): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(
    toDate(at),
  );
}

/** A moment as "18 Nov 2025, 14:03:22 CET". */
export function formatExact(at: Instant, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  });
  return format.format(toDate(at));
}

/**
 * A moment as people say it: relative up to a day, then the weekday, then the date; days ahead are counted for a week.
 * @param justNow the words for less than 45 seconds either way
 */
export function formatRelative(at: Instant, now: Instant, locale: string, justNow: string): string {
  const date = toDate(at);
  const delta = date.getTime() - toDate(now).getTime();
  const size = Math.abs(delta);
  if (Number.isNaN(size)) return '–';
  const relative = new Intl.RelativeTimeFormat(locale, { style: 'short' });
  if (size < 45_000) return justNow;
  if (size < HOUR_MS)
    return relative.format(Math.sign(delta) * Math.max(1, Math.round(size / MINUTE_MS)), 'minute');
  if (size < DAY_MS) return relative.format(Math.sign(delta) * Math.round(size / HOUR_MS), 'hour');
  if (size < 7 * DAY_MS) {
    if (delta > 0) return relative.format(Math.round(delta / DAY_MS), 'day');
    return new Intl.DateTimeFormat(locale, { weekday: 'short', hour: '2-digit', minute: '2-digit' }).format(
      date,
    );
  }
  return formatDay(date, locale);
}
