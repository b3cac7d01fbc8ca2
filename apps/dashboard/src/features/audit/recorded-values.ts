import type { AuditEntry } from './audit.queries.ts';
import type { GroupNames } from './use-group-names.ts';

function wordsOf(value: unknown, names: GroupNames): string {
  if (value === null || value === undefined || value === '') return '–';
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map((one) => wordsOf(one, names)).join(', ');
  if (typeof value === 'object')
    return Object.values(value)
      .filter((part) => part !== null)
      .map((part) => wordsOf(part, names))
      .join(' ');
  return names.get(String(value)) ?? String(value);
}

/** Recorded values as text, ids of groups as their names. */
export function recordedValues(values: AuditEntry['before'], names: GroupNames): Record<string, string> | null {
  if (!values) return null;
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, wordsOf(value, names)]));
}
