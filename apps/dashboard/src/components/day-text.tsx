import { useStrings } from '@sallyport/ui';
import { noonOf } from '../lib/days.ts';

/** A calendar day without a zone, as "28 Nov 2025"; the year is left out where it is this one and `short` is set. */
export function DayText({
  day,
  short,
  fallback = '–',
}: {
  day: string | null;
  short?: boolean;
  fallback?: string;
}) {
  const { locale } = useStrings();
  if (day === null)
    return (
      <span className="text-text-3" data-blank="">
        {fallback}
      </span>
    );
  const date = noonOf(day);
  const hidesYear = short && date.getFullYear() === new Date().getFullYear();
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(hidesYear ? {} : { year: 'numeric' }),
  });
  return (
    <time className="ui-time" dateTime={day}>
      {format.format(date)}
    </time>
  );
}
