import { effectivePermissions, type Principal, staffSet } from '@sallyport/access';
import { Audience } from '@sallyport/contracts/common';
import type { Permission, Reach } from '@sallyport/contracts/staff';
import { Prisma } from '../generated/client.ts';

/** The where-clause that lets nothing through. */
export const NOTHING = Prisma.sql`false`;

/** Whether a member of staff holds a permission now, at least as far as `reach`; without it, however far. */
export function holds({ account, now }: Principal, permission: Permission, reach?: Reach): boolean {
  return (
    account.audience === Audience.Staff &&
    staffSet.has(effectivePermissions(account, now).now, permission, reach)
  );
}
