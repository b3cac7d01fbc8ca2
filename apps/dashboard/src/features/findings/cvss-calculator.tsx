import { Icon } from '@sallyport/ui';
import { useState } from 'react';
import { strings } from '../../strings/strings.ts';
import { type CvssVersion, isBase, type MetricGroup, metricGroups } from './cvss-metrics.ts';
import { readVector, withMetric } from './cvss-vector.ts';
import { MetricRow } from './metric-row.tsx';

const t = strings.cvss;

/** All metrics of a standard as buttons; those that are rarely said are folded away. */
export function CvssCalculator({
  version,
  vector,
  isExplained,
  disabled,
  onChange,
}: {
  version: CvssVersion;
  vector: string;
  isExplained: boolean;
  disabled: boolean;
  onChange: (vector: string) => void;
}) {
  const values = readVector(version, vector);
  const groups = metricGroups(version);
  const further = groups.filter((group) => !isBase(group));
  const setCount = further
    .flatMap(({ metrics }) => metrics)
    .filter(({ key }) => (values.get(key) ?? 'X') !== 'X').length;
  const [isOpen, setOpen] = useState(setCount > 0);
  const shared = { version, values, isExplained, disabled };
  const change = (key: string, value: string) => onChange(withMetric(version, vector, key, value));
  return (
    <div className="flex flex-col gap-3">
      {groups.filter(isBase).map((group) => (
        <Group key={group.key} {...shared} group={group} isTall={false} onChange={change} />
      ))}
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="flex h-7 cursor-pointer items-center gap-1.5 text-xs text-text-2 hover:text-text"
      >
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={12} />
        {t.optional}
        {setCount > 0 ? <span className="text-text-3">{t.optionalSet(setCount)}</span> : null}
      </button>
      {isOpen
        ? further.map((group) => <Group key={group.key} {...shared} group={group} isTall onChange={change} />)
        : null}
    </div>
  );
}

function Group({
  group,
  version,
  values,
  isExplained,
  isTall,
  disabled,
  onChange,
}: {
  group: MetricGroup;
  version: CvssVersion;
  values: ReadonlyMap<string, string>;
  isExplained: boolean;
  isTall: boolean;
  disabled: boolean;
  onChange: (key: string, value: string) => void;
}) {
  return (
    <section className={isTall || isExplained ? 'grid gap-2' : 'grid gap-1'} aria-label={t.groups[group.key]}>
      <h4 className="text-2xs font-medium text-text-3">{t.groups[group.key]}</h4>
      {group.metrics.map((metric) => (
        <MetricRow
          key={metric.key}
          version={version}
          metric={metric}
          value={values.get(metric.key)}
          isExplained={isExplained}
          isTall={isTall}
          disabled={disabled}
          onChange={(value) => onChange(metric.key, value)}
        />
      ))}
    </section>
  );
}
