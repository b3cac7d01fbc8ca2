import { useEffect, useState } from 'react';
import { useStrings } from '../strings.ts';
import { formatDay, formatExact, formatRelative, type Instant, toDate } from './time-format.ts';

const TICK_MS = 60_000;

/** When something was or will be, as people say it; the exact time on hover. */
export function RelativeTime({
  at,
  fallback = '–',
}: {
  at: Instant | null | undefined;
  fallback?: string | undefined;
}) {
  const strings = useStrings();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const date = at === null || at === undefined ? undefined : toDate(at);
  if (!date || Number.isNaN(date.getTime())) return <span className="text-text-3">{fallback}</span>;
  return (
    <time className="ui-time" dateTime={date.toISOString()} title={formatExact(date, strings.locale)}>
      {formatRelative(date, Math.max(now, 0), strings.locale, strings.justNow)}
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
  if (!date || Number.isNaN(date.getTime())) return <span className="text-text-3">{fallback}</span>;
  return (
    <time className="ui-time" dateTime={date.toISOString()} title={formatExact(date, strings.locale)}>
      {formatDay(date, strings.locale)}
    </time>
  );
}
