const DAY_MS = 86_400_000;

/** The last moment of a day (yyyy-mm-dd, as the person's calendar has it) in UTC; null for no day. */
export function endOfDay(day: string): string | null {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return null;
  return new Date(year, month - 1, date, 23, 59, 59).toISOString();
}

/** The day (yyyy-mm-dd) of a moment in the person's calendar; empty for none. */
export function dayOf(at: string | null): string {
  if (at === null) return '';
  const date = new Date(at);
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** Today and the days around it, as yyyy-mm-dd. */
export function dayFromToday(days: number): string {
  return dayOf(new Date(Date.now() + days * DAY_MS).toISOString());
}

/** True when a moment lies between now and so many days ahead. */
export function endsWithin(at: string | null, days: number): boolean {
  if (at === null) return false;
  const left = Date.parse(at) - Date.now();
  return left > 0 && left <= days * DAY_MS;
}

/** A calendar day (yyyy-mm-dd) as noon in the person's calendar, so that it is shown as that very day. */
export function noonOf(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12);
}

/** Whole days from today to a day; negative once it is past. */
export function daysUntil(day: string): number {
  const today = noonOf(dayFromToday(0));
  return Math.round((noonOf(day).getTime() - today.getTime()) / DAY_MS);
}
