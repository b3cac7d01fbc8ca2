import { GroupId } from '@sallyport/contracts/common';
import { ShownStatus, UserSort } from '@sallyport/contracts/staff';
import { z } from 'zod';
import type { UserFilters } from './users.queries.ts';

/** What the address of the table says: search, filters, order, open row. Damaged parts are left out. */
export const UserSearch = z.object({
  search: z.string().max(100).optional().catch(undefined),
  status: z.array(ShownStatus).max(5).optional().catch(undefined),
  group: GroupId.optional().catch(undefined),
  admin: z.boolean().optional().catch(undefined),
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
    sort: { field: search.sort ?? 'displayName', direction: search.direction ?? 'asc' },
  };
}

/** True when something narrows the list. */
export function isNarrowed({ search, status, group, admin }: UserSearch): boolean {
  return Boolean(search) || Boolean(status?.length) || group !== undefined || admin !== undefined;
}
