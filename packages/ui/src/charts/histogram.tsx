import type { ReactNode } from 'react';
import { useStrings } from '../strings.ts';

/** One column: what stands on the axis, and how much of it is ordinary and how much was refused. */
export interface HistogramColumn {
  key: string;
  /** In full, for the table and the tooltip: "17 November, 14:00". */
  name: string;
  /** Under the axis; most columns have none. */
  tick?: string | undefined;
  /** From the base upwards, in the order of `parts`. */
  values: readonly number[];
}

const HEIGHT = 46;
const LEAST = 2;

/**
 * How often something happened over time: columns of 46 px, neutral, with what was refused in negative from the base. The
 * same numbers are a table for who does not see the columns.
 */
export function Histogram({
  label,
  parts,
  columns,
  caption,
}: {
  label: string;
  /** From the base upwards. */
  parts: readonly { name: string; tone: 'neutral' | 'caution' | 'negative' }[];
  columns: readonly HistogramColumn[];
  /** What it comes to in words, on the line above. */
  caption?: ReactNode | undefined;
}) {
  const { locale } = useStrings();
  const totals = columns.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const peak = Math.max(1, ...totals);
  return (
    <figure className="ui-histogram">
      {caption ? <figcaption>{caption}</figcaption> : null}
      <div className="ui-histogram-plot" aria-hidden="true" style={{ height: HEIGHT }}>
        {columns.map(({ key, name, values }, at) => (
          <span
            key={key}
            title={[name, ...parts.map((part, n) => `${part.name}: ${values[n] ?? 0}`)].join('\n')}
          >
            {parts.map((part, n) => {
              const value = values[n] ?? 0;
              const height = value === 0 ? 0 : Math.max(LEAST, (value / peak) * HEIGHT);
              return height === 0 ? null : <i key={part.name} data-tone={part.tone} style={{ height }} />;
            })}
            {totals[at] === 0 ? <i data-empty="" /> : null}
          </span>
        ))}
      </div>
      <div className="ui-histogram-axis" aria-hidden="true">
        {columns.map(({ key, tick }) => (
          <span key={key}>{tick ? <b>{tick}</b> : null}</span>
        ))}
      </div>
      <table className="sr-only">
        <caption>{label}</caption>
        <thead>
          <tr>
            <td />
            {parts.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map(({ key, name, values }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {parts.map((part, n) => (
                <td key={part.name}>{(values[n] ?? 0).toLocaleString(locale)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
