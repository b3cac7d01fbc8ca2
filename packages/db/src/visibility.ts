import { effectivePermissions, type Principal, staffSet } from '@sallyport/access';
import { Audience } from '@sallyport/contracts/common';
import { Permission } from '@sallyport/contracts/staff';
import type { Tx } from './client.ts';
import { Prisma } from './generated/client.ts';
import type { Grant } from './grant.ts';
import { staffFacts } from './repositories/account-facts.ts';
import { findGroup } from './repositories/find-group.ts';
import { findUser } from './repositories/find-user.ts';

/**
 * "Who may read", as where-clauses: one function per model, for lists, counts, search and single objects alike. What is
 * unrestricted is returned by a branch that names its permission. Aliases: `a` an account, `g` a group.
 */
const NOTHING = Prisma.sql`false`;

function holds({ account, now }: Principal, permission: Permission): boolean {
  return (
    account.audience === Audience.Staff && staffSet.has(effectivePermissions(account, now).now, permission)
  );
}

/** The staff directory: name, photo, title, for every staff user; without people who have left. */
export function visiblePeople(principal: Principal): Prisma.Sql {
  if (principal.account.audience !== Audience.Staff) return NOTHING;
  return Prisma.sql`a.audience = 'STAFF' and a.status in ('INVITED', 'ACTIVE')`;
}

/** Staff accounts with e-mail, groups and last sign-in: Manage Users. Customers are absent, to Admins too (A12). */
export function visibleUsers(principal: Principal): Prisma.Sql {
  if (holds(principal, Permission.ManageUsers)) return Prisma.sql`a.audience = 'STAFF'`;
  return NOTHING;
}

/** Customer accounts: Manage Customers. */
export function visibleCustomers(principal: Principal): Prisma.Sql {
  if (holds(principal, Permission.ManageCustomers)) return Prisma.sql`a.audience = 'CUSTOMER'`;
  return NOTHING;
}

/** One's own account, for everyone. */
export function visibleSelf({ account }: Principal): Prisma.Sql {
  return Prisma.sql`a.id = ${account.id}::uuid`;
}

/** Members of groups are seen as their accounts are. */
export function visibleMembers(principal: Principal): Prisma.Sql {
  return Prisma.sql`(${visibleUsers(principal)}) or (${visibleCustomers(principal)})`;
}

/** All groups with Manage Users, those of customers with Manage Customers (A12). */
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

/** The object behind an id, proved visible to the principal; null when it is not, whether or not it exists. */
export async function findVisible(
  tx: Tx,
  principal: Principal,
  kind: 'user' | 'group',
  id: string,
): Promise<Grant<'user' | 'group'> | null> {
  switch (kind) {
    case 'user': {
      const row = await findUser(tx, id, visibleUsers(principal));
      return row && grant<'user'>({ kind, id: row.id, row, facts: staffFacts(row) });
    }
    case 'group': {
      const row = await findGroup(tx, id, visibleGroups(principal), visibleMembers(principal));
      return row && grant<'group'>({ kind, id: row.id, row });
    }
  }
}

type Unproven<Proven> = { [K in keyof Proven as K extends string ? K : never]: Proven[K] };

// The one place where the brand is given.
function grant<Kind extends 'user' | 'group'>(facts: Unproven<Grant<Kind>>): Grant<Kind> {
  return Object.freeze(facts) as unknown as Grant<Kind>;
}
