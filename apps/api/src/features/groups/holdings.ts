import {
  type Account,
  effectivePermissions,
  grantPaths,
  type Membership,
  portalSet,
  staffSet,
} from '@sallyport/access';
import { Audience } from '@sallyport/contracts/common';
import type { GroupGrants } from '@sallyport/contracts/staff';
import type { GroupPlan } from './group-plan.service.ts';

/** How far somebody holds a permission: reach for those that have one, YES for the others. */
export type Level = 'ALL' | 'ASSIGNED' | 'YES';

/** What an account holds now through all its live groups, by permission. */
export function holdings(account: Account, now: Date): ReadonlyMap<string, Level> {
  if (account.audience === Audience.Staff) {
    const held = staffSet.toGrants(effectivePermissions(account, now).now);
    return new Map(held.map(({ permission, reach }) => [permission, reach ?? 'YES']));
  }
  const held = portalSet.toGrants(effectivePermissions(account, now).now);
  return new Map(held.map((permission) => [permission, 'YES']));
}

/** Names of the other groups by which an account holds a permission now; "Admin" for the flag. */
export function otherSources(account: Account, permission: string, groupId: string, now: Date): string[] {
  const names = grantPaths(account, now)
    .filter((path) => path.groupId !== groupId && permissionOf(path.grant) === permission)
    .map(({ groupName }) => groupName);
  const isAdmin = account.audience === Audience.Staff && account.isAdmin;
  return [...new Set(isAdmin ? [...names, 'Admin'] : names)];
}

function permissionOf(grant: string | { permission: string }): string {
  return typeof grant === 'string' ? grant : grant.permission;
}

/** An account as it would be after the change. */
export function accountAfter(account: Account, plan: GroupPlan): Account {
  const { id, expiresAt: groupExpiresAt } = plan.grant.row;
  const added = plan.adds.find((member) => member.account.person.id === account.id);
  const isRemoved = plan.removes.some(({ person }) => person.id === account.id);
  const present = account.memberships.find(({ groupId }) => groupId === id);
  const isMember = added !== undefined || (present !== undefined && !isRemoved);
  const end = added ? added.expiresAt : (present?.expiresAt ?? null);
  const membership = { groupId: id, groupName: plan.name, groupExpiresAt, expiresAt: end };

  if (account.audience === Audience.Staff) {
    const grants = staffOf(plan.grants);
    return {
      ...account,
      memberships: replaced(account.memberships, id, isMember ? { ...membership, grants } : null),
    };
  }
  const grants = customerOf(plan.grants);
  return {
    ...account,
    memberships: replaced(account.memberships, id, isMember ? { ...membership, grants } : null),
  };
}

function replaced<Grant>(
  memberships: readonly Membership<Grant>[],
  groupId: string,
  membership: Membership<Grant> | null,
): Membership<Grant>[] {
  const others = memberships.filter((other) => other.groupId !== groupId);
  return membership ? [...others, membership] : others;
}

function staffOf(grants: GroupGrants) {
  return grants.audience === Audience.Staff ? grants.staff : [];
}

function customerOf(grants: GroupGrants) {
  return grants.audience === Audience.Customer ? grants.customer : [];
}
