import type { GroupId } from '@sallyport/contracts/common';
import { SHOWN_STATUSES, USER_SORTS } from '@sallyport/contracts/staff';
import { dayFromToday, noonOf } from '../../lib/days.ts';
import {
  DIRECTIONS,
  either,
  flag,
  idOf,
  oneOf,
  readAddress,
  someOf,
  text,
  whole,
} from '../../lib/read-address.ts';
import type { UserFilters } from './users.queries.ts';

/** What the address of the table says: search, filters, order, open row. Damaged parts are left out. */
export const readUserSearch = readAddress({
  search: text(100),
  status: someOf(SHOWN_STATUSES),
  group: idOf<GroupId>(),
  admin: flag,
  factor: flag,
  /** `never`, or a number of days: negative when somebody has not signed in for so long, positive when they have. */
  signIn: either(oneOf(['never']), whole(-3650, 3650)),
  sort: oneOf(USER_SORTS),
  direction: oneOf(DIRECTIONS),
  open: idOf(),
});
export type UserSearch = ReturnType<typeof readUserSearch>;

/** The question that an address asks the server. */
export function filtersOf(search: UserSearch): UserFilters {
  return {
    search: search.search ?? '',
    status: search.status ?? [],
    ...(search.group === undefined ? {} : { groupId: search.group }),
    ...(search.admin === undefined ? {} : { isAdmin: search.admin }),
    ...(search.factor === undefined ? {} : { hasFactor: search.factor }),
    ...(search.signIn === undefined ? {} : { lastSignIn: lastSignInOf(search.signIn) }),
    sort: { field: search.sort ?? 'displayName', direction: search.direction ?? 'asc' },
  };
}

/** True when something narrows the list. */
export function isNarrowed({ search, status, group, admin, factor, signIn }: UserSearch): boolean {
  const isFiltered = [group, admin, factor, signIn].some((one) => one !== undefined);
  return isFiltered || Boolean(search) || Boolean(status?.length);
}

/** Nothing narrows the list. */
export const NO_FILTERS = {
  search: undefined,
  status: undefined,
  group: undefined,
  admin: undefined,
  factor: undefined,
  signIn: undefined,
} as const satisfies Partial<UserSearch>;

/** To the start of a day, so that the same address asks the same question all day. */
function lastSignInOf(signIn: 'never' | number): NonNullable<UserFilters['lastSignIn']> {
  if (signIn === 'never') return { is: 'never' };
  const at = noonOf(dayFromToday(-Math.abs(signIn))).toISOString();
  return { is: signIn < 0 ? 'before' : 'after', at };
}
