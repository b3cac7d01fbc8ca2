import { type CvssVersion, isBase, type Metric, metricGroups } from './cvss-metrics.ts';

/** The values of a vector, as far as it can be read; what cannot be read the server explains. */
export function readVector(version: CvssVersion, vector: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const part of vector.trim().split('/')) {
    const [key = '', value = ''] = part.split(':');
    if (metricOf(version, key)?.values.includes(value)) found.set(key, value);
  }
  return found;
}

/** The vector with one metric set, written in the standard's order; metrics that are not defined are left out. */
export function withMetric(version: CvssVersion, vector: string, key: string, value: string): string {
  const values = new Map(readVector(version, vector)).set(key, value);
  const parts = orderOf(version).flatMap((metric) => {
    const set = values.get(metric);
    return set === undefined || set === 'X' ? [] : [`${metric}:${set}`];
  });
  return parts.length > 0 ? [`CVSS:${version}`, ...parts].join('/') : '';
}

/** The metrics of the base that have no value yet. */
export function missingMetrics(version: CvssVersion, vector: string): string[] {
  const values = readVector(version, vector);
  return metricGroups(version)
    .filter(isBase)
    .flatMap(({ metrics }) => metrics.map(({ key }) => key))
    .filter((key) => !values.has(key));
}

function metricOf(version: CvssVersion, key: string): Metric | undefined {
  return metricGroups(version)
    .flatMap(({ metrics }) => metrics)
    .find((metric) => metric.key === key);
}

/** In a vector of 4.0 the exploit maturity and the environment follow the base in the order of its table. */
function orderOf(version: CvssVersion): string[] {
  return metricGroups(version).flatMap(({ metrics }) => metrics.map(({ key }) => key));
}
