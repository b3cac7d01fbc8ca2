import { GroupId } from '@sallyport/contracts/common';
import { ShownStatus, UserSort } from '@sallyport/contracts/staff';
import { z } from 'zod';
import { dayFromToday, noonOf } from '../../lib/days.ts';
import type { UserFilters } from './users.queries.ts';

/** What the address of the table says: search, filters, order, open row. Damaged parts are left out. */
export const UserSearch = z.object({
  search: z.string().max(100).optional().catch(undefined),
  status: z.array(ShownStatus).max(6).optional().catch(undefined),
  group: GroupId.optional().catch(undefined),
  admin: z.boolean().optional().catch(undefined),
  factor: z.boolean().optional().catch(undefined),
  /** `never`, or a number of days: negative when somebody has not signed in for so long, positive when they have. */
  signIn: z
    .union([z.literal('never'), z.number().int().min(-3650).max(3650)])
    .optional()
    .catch(undefined),
  sort: UserSort.optional().catch(undefined),
  direction: z.enum(['asc', 'desc']).optional().catch(undefined),
  open: z.uuid().optional().catch(undefined),
});
export type UserSearch = z.infer<typeof UserSearch>;

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
