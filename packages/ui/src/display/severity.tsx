import { useStrings } from '../strings.ts';

/** How bad a finding is. */
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';

/** Severities, worst first. */
export const SEVERITIES = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
] as const satisfies readonly Severity[];

const LEVELS: Record<Exclude<Severity, 'info'>, number> = { critical: 4, high: 3, medium: 2, low: 1 };
const BARS = [
  { x: 1, y: 8.2, height: 3.8 },
  { x: 4.2, y: 5.9, height: 6.1 },
  { x: 7.4, y: 3.7, height: 8.3 },
  { x: 10.6, y: 1.5, height: 10.5 },
];

/** The bars of a severity: four for critical down to one for low, a ring for informational. */
export function SeverityGlyph({ severity, label }: { severity: Severity; label?: boolean | undefined }) {
  const strings = useStrings();
  return (
    <svg
      className="ui-severity-bars"
      data-tone={severity}
      width="14"
      height="14"
      viewBox="0 0 14 14"
      role={label ? 'img' : undefined}
      aria-label={label ? strings.severity[severity] : undefined}
      aria-hidden={label ? undefined : true}
    >
      {severity === 'info' ? (
        <>
          <circle cx="7" cy="7" r="4.6" />
          <path d="M7 6.6v2.6M7 4.7v.1" />
        </>
      ) : (
        BARS.map((bar, index) => (
          <rect
            key={bar.x}
            {...bar}
            width="2.2"
            rx="0.8"
            data-off={index < LEVELS[severity] ? undefined : ''}
          />
        ))
      )}
    </svg>
  );
}

/** A severity in words and bars: a badge in headers, plain in tables; the score where it is known. */
export function SeverityBadge({
  severity,
  score,
  plain,
}: {
  severity: Severity;
  score?: number | undefined;
  plain?: boolean | undefined;
}) {
  const strings = useStrings();
  return (
    <span className="ui-severity" data-tone={severity} data-plain={plain ? '' : undefined}>
      <SeverityGlyph severity={severity} />
      {strings.severity[severity]}
      {score === undefined ? null : <span className="ui-severity-score">{score.toFixed(1)}</span>}
    </span>
  );
}

/** How many findings of each severity, as one thin bar with its numbers as text. */
export function SeverityBar({
  counts,
  wide,
}: {
  counts: Partial<Record<Severity, number>>;
  wide?: boolean | undefined;
}) {
  const strings = useStrings();
  const parts = SEVERITIES.map((severity) => ({ severity, count: counts[severity] ?? 0 })).filter(
    ({ count }) => count > 0,
  );
  const text = parts
    .map(({ severity, count }) => `${count} ${strings.severity[severity].toLowerCase()}`)
    .join(', ');
  return (
    <span className="ui-severity-bar" data-wide={wide ? '' : undefined} role="img" aria-label={text || '0'}>
      {parts.map(({ severity, count }) => (
        <i key={severity} data-tone={severity} style={{ flexGrow: count }} />
      ))}
    </span>
  );
}
