import { SEVERITIES, type Severity } from '@sallyport/contracts/common';
import { FINDING_SORTS } from '@sallyport/contracts/staff';
import { DIRECTIONS, flag, oneOf, readAddress, someOf, text } from '../../lib/read-address.ts';
import type { FindingFilters } from './findings.queries.ts';

/** What the address of the table says: search, filters, order. Damaged parts are left out. */
export const readFindingSearch = readAddress({
  search: text(100),
  severity: someOf(SEVERITIES),
  published: flag,
  sort: oneOf(FINDING_SORTS),
  direction: oneOf(DIRECTIONS),
});
export type FindingSearch = ReturnType<typeof readFindingSearch>;

/** The question that an address asks the server. */
export function filtersOf(search: FindingSearch): FindingFilters {
  return {
    search: search.search ?? '',
    severity: search.severity ?? [],
    ...(search.published === undefined ? {} : { isPublished: search.published }),
    sort: { field: search.sort ?? 'severity', direction: search.direction ?? 'desc' },
  };
}

/** The part of an address that narrows the list, taken away. */
export const RESET = {
  search: undefined,
  severity: undefined,
  published: undefined,
} as const satisfies Partial<FindingSearch>;

/** True when something narrows the list. */
export function isNarrowed({ search, severity, published }: FindingSearch): boolean {
  return Boolean(search) || Boolean(severity?.length) || published !== undefined;
}

/** The address of a project's findings, or of one of them, with the view that it was opened from. */
export function findingHref(projectId: string, findingId: string | null, search: FindingSearch): string {
  const query = new URLSearchParams();
  if (search.search) query.set('search', JSON.stringify(search.search));
  if (search.severity) query.set('severity', JSON.stringify(search.severity));
  if (search.published !== undefined) query.set('published', String(search.published));
  if (search.sort) query.set('sort', search.sort);
  if (search.direction) query.set('direction', search.direction);
  const path = `/projects/${projectId}/findings${findingId === null ? '' : `/${findingId}`}`;
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The filter after one severity was switched. */
export function withSeverity(search: FindingSearch, severity: Severity): Pick<FindingSearch, 'severity'> {
  const now = search.severity ?? [];
  const next = now.includes(severity) ? now.filter((one) => one !== severity) : [...now, severity];
  return { severity: next.length > 0 ? next : undefined };
}
