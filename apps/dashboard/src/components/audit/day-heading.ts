import { dayFromToday, dayOf } from '../../lib/days.ts';
import { strings } from '../../strings/strings.ts';

/** "Today, Tuesday 18 November": the heading of a day in the log. */
export function dayHeading(at: string, locale: string): string {
  const date = new Date(at);
  const day = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(date.getFullYear() === new Date().getFullYear() ? {} : { year: 'numeric' }),
  }).format(date);
  if (dayOf(at) === dayFromToday(0)) return strings.audit.today(day);
  return dayOf(at) === dayFromToday(-1) ? strings.audit.yesterday(day) : day;
}

/** A time of day to the second. */
export function timeOfDay(at: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  }).format(new Date(at));
}
