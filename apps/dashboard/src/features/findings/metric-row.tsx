import { cx } from '@sallyport/ui';
import { useId } from 'react';
import { strings } from '../../strings/strings.ts';
import type { CvssVersion, Metric } from './cvss-metrics.ts';

const t = strings.cvss;

/** One metric as a row of buttons; explained, it says what it asks and what the chosen value means. */
export function MetricRow({
  version,
  metric,
  value,
  isExplained,
  isTall,
  disabled,
  onChange,
}: {
  version: CvssVersion;
  metric: Metric;
  value: string | undefined;
  isExplained: boolean;
  /** The buttons below the name: there are many, or their words are long. */
  isTall: boolean;
  disabled: boolean;
  onChange: (value: string) => void;
}) {
  const name = useId();
  const words = t[version][metric.key];
  if (!words) return null;
  const [title, question, values] = words;
  const chosen = value === undefined ? undefined : values[value];
  return (
    <div className={isTall ? 'grid gap-1' : 'grid grid-cols-[7.5rem_minmax(0,1fr)] items-center gap-x-1'}>
      <span className="flex items-baseline gap-1.5 text-xs text-text-2" title={question}>
        <code className="w-7 shrink-0 font-mono text-2xs text-text-3">{metric.key}</code>
        <span className="truncate">{title}</span>
      </span>
      <div
        role="radiogroup"
        aria-label={`${title} (${metric.key})`}
        className="flex overflow-hidden rounded-sm border border-border-strong bg-surface"
      >
        {metric.values.map((key) => {
          const [label, meaning] = values[key] ?? [key, key];
          return (
            <label
              key={key}
              title={t.valueLabel(label, meaning)}
              className={cx(
                'relative grid h-6 min-w-0 flex-1 place-content-center border-l border-border-soft px-0.5 text-2xs first:border-l-0 pointer-coarse:h-9',
                'has-checked:bg-accent-bg has-checked:font-semibold has-checked:text-accent-text',
                'has-focus-visible:z-1 has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent-solid',
                disabled ? 'text-text-2' : 'cursor-pointer text-text-2 hover:bg-hover',
              )}
            >
              <input
                type="radio"
                className="absolute opacity-0"
                name={name}
                value={key}
                aria-label={t.valueLabel(label, meaning)}
                checked={(value ?? (metric.values[0] === 'X' ? 'X' : undefined)) === key}
                disabled={disabled}
                onChange={() => onChange(key)}
              />
              <span className="truncate">{label}</span>
            </label>
          );
        })}
      </div>
      {isExplained ? (
        <p className={cx('text-xs text-text-3', isTall ? '' : 'col-span-2')}>
          {question}
          {chosen ? <span className="text-text-2"> {chosen[1]}.</span> : null}
        </p>
      ) : null}
    </div>
  );
}
