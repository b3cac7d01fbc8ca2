import { Histogram, type HistogramColumn, Skeleton, useStrings } from '@sallyport/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Failure } from '../../components/failure.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import type { SignInFilters } from './sign-in-search.ts';

const t = strings.settings.activity;
const TICKS = 5;
const PARTS = [
  { name: t.outcomes.REFUSED, tone: 'negative' },
  { name: t.outcomes.FAILED, tone: 'caution' },
  { name: t.outcomes.SUCCEEDED, tone: 'neutral' },
] as const;
const DOTS = {
  negative: 'bg-negative-solid',
  caution: 'bg-caution-solid',
  neutral: 'bg-border-strong',
} as const;

type Chart = Outputs['signInActivity']['chart'];

/** Attempts over time, so that a wave is seen before its rows are read. */
export function SignInChart({ filters }: { filters: SignInFilters }) {
  const { locale } = useStrings();
  const chart = useQuery({
    ...trpc.signInActivity.chart.queryOptions(filters),
    placeholderData: keepPreviousData,
  });
  if (chart.error && !chart.data) return <Failure error={chart.error} onRetry={() => void chart.refetch()} />;
  if (!chart.data)
    return (
      <div className="border-b border-border px-5 py-4">
        <Skeleton width="100%" height={72} />
      </div>
    );
  const sums = sumsOf(chart.data);
  return (
    <Histogram
      label={t.chartLabel}
      parts={PARTS}
      columns={columnsOf(chart.data, locale)}
      caption={PARTS.map(({ name, tone }, at) => (
        <span key={name}>
          <i className={DOTS[tone]} aria-hidden="true" />
          {name} <b className="font-medium tabular-nums">{(sums[at] ?? 0).toLocaleString(locale)}</b>
        </span>
      ))}
    />
  );
}

function valuesOf({ refused, failed, succeeded }: Chart['rows'][number]): [number, number, number] {
  return [refused, failed, succeeded];
}

function sumsOf({ rows }: Chart): [number, number, number] {
  return rows.map(valuesOf).reduce(([a, b, c], [x, y, z]) => [a + x, b + y, c + z], [0, 0, 0]);
}

function columnsOf({ rows, stepHours }: Chart, locale: string): HistogramColumn[] {
  const isHour = stepHours < 24;
  const hasHourTicks = stepHours === 1;
  // Days are counted in UTC, so they are named in it; hours are the same everywhere.
  const zone = isHour ? {} : { timeZone: 'UTC' };
  const full = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    ...(isHour ? { hour: '2-digit', minute: '2-digit' } : {}),
    ...zone,
  });
  const short = new Intl.DateTimeFormat(
    locale,
    hasHourTicks ? { hour: '2-digit', minute: '2-digit' } : { day: 'numeric', month: 'short', ...zone },
  );
  const every = Math.ceil(rows.length / TICKS);
  return rows.map((row, at) => ({
    key: row.at,
    name: full.format(new Date(row.at)),
    tick: at % every === 0 ? short.format(new Date(row.at)) : undefined,
    values: valuesOf(row),
  }));
}
