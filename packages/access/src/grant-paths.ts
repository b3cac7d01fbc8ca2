import { Audience } from '@sallyport/contracts/common';
import type { PortalPermission } from '@sallyport/contracts/portal';
import type { StaffGrant } from '@sallyport/contracts/staff';
import { isLiveMembership, staffPermissions } from './effective.ts';
import type { Account, Membership, StaffAccount } from './principal.ts';
import { staffSet } from './sets/staff-set.ts';

/** One way by which an account holds a grant now: the group that gives it and when that ends. */
export interface GrantPath<Grant = StaffGrant | PortalPermission> {
  groupId: string;
  groupName: string;
  grant: Grant;
  /** The first end of membership, group and account; null = none. */
  endsAt: Date | null;
}

/** Every grant that the memberships give now, in the order of memberships and grants. The Admin flag is no path. */
export function grantPaths(account: StaffAccount, now: Date): GrantPath<StaffGrant>[];
export function grantPaths(account: Account, now: Date): GrantPath[];
export function grantPaths(account: Account, now: Date): GrantPath[] {
  // The same call twice: each branch pairs the memberships with their own kind of grant.
  return account.audience === Audience.Staff
    ? pathsOf(account.memberships, account.expiresAt, now)
    : pathsOf(account.memberships, account.expiresAt, now);
}

/**
 * What an account of staff holds now and by which groups, as a profile shows it: one entry per permission at its
 * furthest reach, with every path that gives the permission. For an Admin all seven, where paths may be empty.
 */
export function heldGrants(
  account: StaffAccount,
  now: Date,
): { grant: StaffGrant; paths: GrantPath<StaffGrant>[] }[] {
  const paths = grantPaths(account, now);
  return staffSet.toGrants(staffPermissions(account, now).now).map((grant) => ({
    grant,
    paths: paths.filter((path) => path.grant.permission === grant.permission),
  }));
}

function pathsOf<Grant>(
  memberships: readonly Membership<Grant>[],
  accountEnd: Date | null,
  now: Date,
): GrantPath<Grant>[] {
  return memberships
    .filter((membership) => isLiveMembership(membership, now))
    .flatMap(({ groupId, groupName, grants, expiresAt, groupExpiresAt }) => {
      const endsAt = firstEnd([expiresAt, groupExpiresAt, accountEnd]);
      return grants.map((grant) => ({ groupId, groupName, grant, endsAt }));
    });
}

function firstEnd(ends: readonly (Date | null)[]): Date | null {
  return ends.filter((end) => end !== null).toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}
