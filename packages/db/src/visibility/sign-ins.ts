import type { Principal } from '@sallyport/access';
import { Permission } from '@sallyport/contracts/staff';
import { Prisma } from '../generated/client.ts';
import { holds, NOTHING } from './holds.ts';

/**
 * S4, A12: who tried to sign in at which door, and alerts about it. Manage Users sees what concerns staff, Manage
 * Customers what concerns customers; an Admin holds both. About a row with `audience`, as `x`.
 */
export function visibleSignIns(principal: Principal): Prisma.Sql {
  const seesStaff = holds(principal, Permission.ManageUsers);
  const seesCustomers = holds(principal, Permission.ManageCustomers);
  if (seesStaff && seesCustomers) return Prisma.sql`x.audience in ('STAFF', 'CUSTOMER')`;
  if (seesStaff) return Prisma.sql`x.audience = 'STAFF'`;
  return seesCustomers ? Prisma.sql`x.audience = 'CUSTOMER'` : NOTHING;
}
