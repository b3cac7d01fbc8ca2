import type { Result, Severity } from '@sallyport/contracts/common';
import { SEVERITIES } from '@sallyport/ui';

/** What the firm may have verified, in the order of the filter. */
export const RESULTS = [
  'OPEN',
  'PARTIALLY_FIXED',
  'NOT_RETESTED',
  'FIXED',
  'WITHDRAWN',
] as const satisfies readonly Result[];

const SEARCH_LENGTH = 100;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What the address of the list says: search and filters. */
export interface FindingSearch {
  search?: string | undefined;
  severity?: Severity[] | undefined;
  result?: Result[] | undefined;
  project?: string | undefined;
}

/** Reads an address; damaged parts are left out. */
export function readFindingSearch(raw: Readonly<Record<string, unknown>>): FindingSearch {
  const { search, project } = raw;
  const severity = chosen(raw['severity'], SEVERITIES);
  const result = chosen(raw['result'], RESULTS);
  return {
    ...(typeof search === 'string' && search.trim() ? { search: search.trim().slice(0, SEARCH_LENGTH) } : {}),
    ...(severity ? { severity } : {}),
    ...(result ? { result } : {}),
    ...(typeof project === 'string' && UUID.test(project) ? { project } : {}),
  };
}

function chosen<Value extends string>(raw: unknown, among: readonly Value[]): Value[] | undefined {
  if (!Array.isArray(raw)) return undefined;
  const values = among.filter((value) => raw.includes(value));
  return values.length > 0 ? values : undefined;
}

/** The address of the list with these filters. */
export function findingsHref({ search, severity, result, project }: FindingSearch): string {
  const query = new URLSearchParams();
  if (search) query.set('search', JSON.stringify(search));
  if (severity?.length) query.set('severity', JSON.stringify(severity));
  if (result?.length) query.set('result', JSON.stringify(result));
  if (project) query.set('project', project);
  return query.size > 0 ? `/findings?${query}` : '/findings';
}

/** True when something narrows the list. */
export function isNarrowed({ search, severity, result, project }: FindingSearch): boolean {
  return Boolean(search ?? project) || Boolean(severity?.length) || Boolean(result?.length);
}

/** A choice of several after one value was switched; none chosen is no filter. */
export function switched<Value extends string>(
  now: readonly Value[] | undefined,
  value: Value,
): Value[] | undefined {
  const next = now?.includes(value) ? now.filter((one) => one !== value) : [...(now ?? []), value];
  return next.length > 0 ? next : undefined;
}
