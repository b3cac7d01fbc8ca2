import { useStrings } from '../strings.ts';
import { useMinute } from './minute.ts';
import { formatDay, formatExact, formatRelative, type Instant, toDate } from './time-format.ts';

/** When something was or will be, as people say it; the exact time on hover. */
export function RelativeTime({
  at,
  fallback = '–',
}: {
  at: Instant | null | undefined;
  fallback?: string | undefined;
}) {
  const strings = useStrings();
  const now = useMinute();
  const date = at === null || at === undefined ? undefined : toDate(at);
  if (!date || Number.isNaN(date.getTime()))
    return (
      <span className="text-text-3" data-blank="">
        {fallback}
      </span>
    );
  return (
    <time className="ui-time" dateTime={date.toISOString()} title={formatExact(date, strings.locale)}>
      {formatRelative(date, now, strings.locale, strings.justNow)}
    </time>
  );
}

/** A day, as "18 Nov 2025". */
export function DateText({
  at,
  fallback = '–',
}: {
  at: Instant | null | undefined;
  fallback?: string | undefined;
}) {
  const strings = useStrings();
  const date = at === null || at === undefined ? undefined : toDate(at);
  if (!date || Number.isNaN(date.getTime()))
    return (
      <span className="text-text-3" data-blank="">
        {fallback}
      </span>
    );
  return (
    <time className="ui-time" dateTime={date.toISOString()} title={formatExact(date, strings.locale)}>
      {formatDay(date, strings.locale)}
    </time>
  );
}
