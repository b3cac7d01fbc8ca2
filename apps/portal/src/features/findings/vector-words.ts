import { strings } from '../../strings/strings.ts';

/** One metric of a vector in words. */
export interface VectorWord {
  key: string;
  name: string;
  meaning: string;
}

/** What a vector says, metric by metric, in its own order; what is not defined or not known is left out. */
export function vectorWords(version: '3.1' | '4.0', vector: string): readonly VectorWord[] {
  const metrics = strings.cvss.metrics[version];
  return vector.split('/').flatMap((part) => {
    const [key = '', value = ''] = part.split(':');
    const metric = Object.hasOwn(metrics, key) ? metrics[key] : undefined;
    if (!metric) return [];
    const [name, values] = metric;
    const meaning = values[value];
    return meaning === undefined ? [] : [{ key, name, meaning }];
  });
}
