import type { Principal } from '@sallyport/access';
import { Audience } from '@sallyport/contracts/common';
import { Permission } from '@sallyport/contracts/staff';
import { Prisma } from '../generated/client.ts';
import { holds, NOTHING } from './holds.ts';

/** The staff directory: name, photo, title, for every staff user; without people who have left. Account as `a`. */
export function visiblePeople(principal: Principal): Prisma.Sql {
  if (principal.account.audience !== Audience.Staff) return NOTHING;
  return Prisma.sql`a.audience = 'STAFF' and a.status in ('INVITED', 'ACTIVE')`;
}

/** Staff accounts with e-mail, groups and last sign-in: Manage Users. Customers are absent, to Admins too (A12). Account as `a`. */
export function visibleUsers(principal: Principal): Prisma.Sql {
  if (holds(principal, Permission.ManageUsers)) return Prisma.sql`a.audience = 'STAFF'`;
  return NOTHING;
}

/** Customer accounts: Manage Customers. Account as `a`. */
export function visibleCustomers(principal: Principal): Prisma.Sql {
  if (holds(principal, Permission.ManageCustomers)) return Prisma.sql`a.audience = 'CUSTOMER'`;
  return NOTHING;
}

/**
 * Names of customers alone: whoever sees the accounts, and owners and team of a project of their company, these without
 * people who have left. Account as `a`.
 */
export function visibleCustomerNames(principal: Principal): Prisma.Sql {
  if (holds(principal, Permission.ManageCustomers)) return Prisma.sql`a.audience = 'CUSTOMER'`;
  if (principal.account.audience !== Audience.Staff) return NOTHING;
  return Prisma.sql`a.audience = 'CUSTOMER' and a.status in ('INVITED', 'ACTIVE') and exists (
    select from project vp join project_member vm on vm.project_id = vp.id
    where vp.company_id = a.company_id and vm.account_id = ${principal.account.id}::uuid)`;
}

/** Photos: of staff for every staff user, of customers for whoever sees their names. Account as `a`. */
export function visiblePhotos(principal: Principal): Prisma.Sql {
  if (principal.account.audience !== Audience.Staff) return NOTHING;
  return Prisma.sql`(a.audience = 'STAFF' and a.status <> 'ANONYMISED') or (${visibleCustomerNames(principal)})`;
}

/** One's own account, for everyone. Account as `a`. */
export function visibleSelf({ account }: Principal): Prisma.Sql {
  return Prisma.sql`a.id = ${account.id}::uuid`;
}

/** Members of groups are seen as their accounts are. Account as `a`. */
export function visibleMembers(principal: Principal): Prisma.Sql {
  return Prisma.sql`(${visibleUsers(principal)}) or (${visibleCustomers(principal)})`;
}

/** All groups with Manage Users, those of customers with Manage Customers (A12). Group as `g`. */
export function visibleGroups(principal: Principal): Prisma.Sql {
  if (holds(principal, Permission.ManageUsers)) return Prisma.sql`true`;
  if (holds(principal, Permission.ManageCustomers)) return Prisma.sql`g.audience = 'CUSTOMER'`;
  return NOTHING;
}

/** The audit log: Admins alone. */
export function visibleAudit({ account }: Principal): Prisma.Sql {
  const isAdmin = account.audience === Audience.Staff && account.isAdmin;
  return isAdmin ? Prisma.sql`true` : NOTHING;
}

/**
 * The log as far as it is about one staff account (Manage Users): signing in, people and groups. What somebody did in
 * engagements stays with who sees these (A16), and customers are not met here (A12). Admins see all. Entry as `e`.
 * @param actions those of the areas that are about people
 */
export function visibleAccountActivity(principal: Principal, actions: readonly string[]): Prisma.Sql {
  const { account } = principal;
  if (account.audience === Audience.Staff && account.isAdmin) return Prisma.sql`true`;
  if (!holds(principal, Permission.ManageUsers)) return NOTHING;
  return Prisma.sql`e.action in (${Prisma.join([...actions])}) and (e.object_type is distinct from 'account' or exists (
    select from account a where a.id::text = e.object_id and (${visibleMembers(principal)})))`;
}
