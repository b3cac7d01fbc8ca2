import { SEVERITIES, type Severity, SeverityGlyph } from '../display/severity.tsx';
import { UiLink } from '../provider/link.tsx';
import { useStrings } from '../strings.ts';
import { donutArcs } from './donut-arcs.ts';

const RADIUS = 50;
const CIRCUMFERENCE = 2 * Math.PI * RADIUS;
const RING = { circumference: CIRCUMFERENCE, gap: 3.2, minimum: 3 };

/** How many findings of each severity: a ring with the total in its middle, and the same numbers as a table. */
export function SeverityDonut({
  counts,
  unit,
  label,
  hrefOf,
}: {
  counts: Readonly<Record<Severity, number>>;
  /** The word under the total: "open". */
  unit: string;
  /** What is counted, for the table and for who does not see the ring: "Open findings". */
  label: string;
  /** Where the findings of a severity are listed. */
  hrefOf?: ((severity: Severity) => string) | undefined;
}) {
  const { severity: words, locale } = useStrings();
  const values = SEVERITIES.map((severity) => counts[severity]);
  const total = values.reduce((sum, count) => sum + count, 0);
  const arcs = donutArcs(values, RING);
  const text = SEVERITIES.filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${words[severity].toLowerCase()}`)
    .join(', ');
  return (
    <div className="ui-donut">
      <div
        className="ui-donut-ring"
        role="img"
        aria-label={[`${label}: ${total}`, text].filter(Boolean).join('; ')}
      >
        <svg viewBox="0 0 128 128" aria-hidden="true">
          <circle className="ui-donut-track" cx="64" cy="64" r={RADIUS} />
          <g transform="rotate(-90 64 64)">
            {SEVERITIES.map((severity, index) => {
              const arc = arcs[index];
              return arc && arc.length > 0 ? (
                <circle
                  key={severity}
                  data-tone={severity}
                  cx="64"
                  cy="64"
                  r={RADIUS}
                  strokeDasharray={`${arc.length} ${CIRCUMFERENCE}`}
                  strokeDashoffset={-arc.start}
                />
              ) : null;
            })}
          </g>
        </svg>
        <span aria-hidden="true">
          <b>{total.toLocaleString(locale)}</b>
          <small>{unit}</small>
        </span>
      </div>
      <table className="ui-donut-table" aria-label={label}>
        <tbody>
          {SEVERITIES.map((severity) => {
            const count = counts[severity];
            const name = (
              <>
                <SeverityGlyph severity={severity} />
                {words[severity]}
              </>
            );
            return (
              <tr key={severity} data-zero={count === 0 ? '' : undefined}>
                <th scope="row">
                  {hrefOf && count > 0 ? (
                    <UiLink href={hrefOf(severity)}>{name}</UiLink>
                  ) : (
                    <span>{name}</span>
                  )}
                </th>
                <td>{count.toLocaleString(locale)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
