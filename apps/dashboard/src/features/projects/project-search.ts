import { type CompanyId, PROJECT_STATUSES } from '@sallyport/contracts/common';
import { PROJECT_SORTS } from '@sallyport/contracts/staff';
import { DIRECTIONS, flag, idOf, oneOf, readAddress, someOf, text } from '../../lib/read-address.ts';
import type { ProjectFilters } from './projects.queries.ts';

/** What the address of the table says: search, filters, order, open row. Damaged parts are left out. */
export const readProjectSearch = readAddress({
  search: text(100),
  status: someOf(PROJECT_STATUSES),
  company: idOf<CompanyId>(),
  mine: flag,
  sort: oneOf(PROJECT_SORTS),
  direction: oneOf(DIRECTIONS),
  open: idOf(),
});
export type ProjectSearch = ReturnType<typeof readProjectSearch>;

/** The question that an address asks the server. */
export function filtersOf(search: ProjectSearch): ProjectFilters {
  return {
    search: search.search ?? '',
    status: search.status ?? [],
    ...(search.company === undefined ? {} : { companyId: search.company }),
    ...(search.mine ? { isMine: true } : {}),
    sort: { field: search.sort ?? 'createdAt', direction: search.direction ?? 'desc' },
  };
}

/** The part of an address that narrows the list, taken away. */
export const RESET = {
  search: undefined,
  status: undefined,
  company: undefined,
  mine: undefined,
} as const satisfies Partial<ProjectSearch>;

/** True when something narrows the list. */
export function isNarrowed({ search, status, company, mine }: ProjectSearch): boolean {
  return Boolean(search) || Boolean(status?.length) || company !== undefined || mine === true;
}

/** The views that stand as tabs over the table, each an address of its own. */
export const VIEWS = {
  all: {},
  mine: { mine: true },
  active: { status: ['UPCOMING', 'IN_PROGRESS'] },
  completed: { status: ['COMPLETED'] },
} as const satisfies Record<string, Partial<ProjectSearch>>;

function sameStatuses(one: readonly string[] = [], other: readonly string[] = []): boolean {
  return one.length === other.length && one.every((status) => other.includes(status));
}

/** Which view an address shows; null when it is narrowed in its own way. */
export function viewOf(search: ProjectSearch): keyof typeof VIEWS | null {
  if (search.search || search.company) return null;
  const found = (Object.keys(VIEWS) as (keyof typeof VIEWS)[]).find((key) => {
    const view: Partial<ProjectSearch> = VIEWS[key];
    return Boolean(view.mine) === Boolean(search.mine) && sameStatuses(view.status, search.status);
  });
  return found ?? null;
}

/** The address of a view. */
export function viewHref(key: keyof typeof VIEWS): string {
  const view: Partial<ProjectSearch> = VIEWS[key];
  const query = new URLSearchParams();
  if (view.mine) query.set('mine', 'true');
  if (view.status) query.set('status', JSON.stringify(view.status));
  return query.size > 0 ? `/projects?${query}` : '/projects';
}
