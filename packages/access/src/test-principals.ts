import { Audience } from '@sallyport/contracts/common';
import type { PortalPermission } from '@sallyport/contracts/portal';
import { Permission, Reach, type StaffGrant } from '@sallyport/contracts/staff';
import type {
  Account,
  CustomerAccount,
  Membership,
  Principal,
  SessionFacts,
  StaffAccount,
} from './principal.ts';
import type { Action, GroupChange } from './request.ts';
import { staffSet } from './sets/staff-set.ts';

/* People and facts for the tests of this package. Not exported from it. */

export const NOW = new Date('2026-03-29T01:30:00Z');
export const YESTERDAY = new Date(NOW.getTime() - 86_400_000);
export const TOMORROW = new Date(NOW.getTime() + 86_400_000);

export const USERS: StaffGrant = { permission: Permission.ManageUsers, reach: null };
export const CUSTOMERS: StaffGrant = { permission: Permission.ManageCustomers, reach: null };
export const LIBRARY: StaffGrant = { permission: Permission.ManageVulnerabilityData, reach: null };
export const ALL_PROJECTS: StaffGrant = { permission: Permission.ManageProjects, reach: Reach.All };
export const OWN_PROJECTS: StaffGrant = { permission: Permission.ManageProjects, reach: Reach.Assigned };
export const ASSIGN_ALL: StaffGrant = { permission: Permission.AssignProjects, reach: Reach.All };
export const ASSIGN_OWN: StaffGrant = { permission: Permission.AssignProjects, reach: Reach.Assigned };

let accounts = 0;

function nextId(): string {
  accounts += 1;
  return `account-${accounts}`;
}

export function membership<Grant = StaffGrant>(
  grants: readonly Grant[],
  changes: Partial<Membership<Grant>> = {},
): Membership<Grant> {
  return { groupId: 'group', groupName: 'Group', grants, expiresAt: null, groupExpiresAt: null, ...changes };
}

/** An active staff account that holds these grants without end, unless `changes` say otherwise. */
export function staff(grants: readonly StaffGrant[], changes: Partial<StaffAccount> = {}): StaffAccount {
  return {
    id: nextId(),
    audience: Audience.Staff,
    status: 'ACTIVE',
    suspendedAt: null,
    expiresAt: null,
    isCompanyActive: true,
    isAdmin: false,
    memberships: grants.length === 0 ? [] : [membership(grants)],
    ...changes,
  };
}

export function admin(changes: Partial<StaffAccount> = {}): StaffAccount {
  return staff([], { isAdmin: true, ...changes });
}

/** Holds the grants through a membership that ends tomorrow. */
export function standIn(grants: readonly StaffGrant[], lasting: readonly StaffGrant[] = []): StaffAccount {
  return staff([], { memberships: [membership(lasting), membership(grants, { expiresAt: TOMORROW })] });
}

export function customer(
  grants: readonly PortalPermission[],
  changes: Partial<CustomerAccount> = {},
): CustomerAccount {
  return {
    id: nextId(),
    audience: Audience.Customer,
    status: 'ACTIVE',
    suspendedAt: null,
    expiresAt: null,
    isCompanyActive: true,
    companyId: 'bank',
    memberships: [membership<PortalPermission>(grants)],
    ...changes,
  };
}

/** The account through a live session of its own door, with identity just confirmed. */
export function by(account: Account, session: Partial<SessionFacts> = {}): Principal {
  return {
    account,
    now: NOW,
    session: {
      audience: account.audience,
      isLive: true,
      isAddressAllowed: true,
      obligations: [],
      confirmedUntil: TOMORROW,
      mayDownload: true,
      ...session,
    },
  };
}

/** A change of a staff group that changes nothing until `changes` say so. */
export function groupChange(
  changes: Partial<Extract<GroupChange, { audience: 'STAFF' }>> = {},
): Extract<GroupChange, { audience: 'STAFF' }> & { action: 'group.update' } {
  const set = changes.before ?? changes.after ?? staffSet.nothing;
  return {
    action: 'group.update' satisfies Action,
    audience: Audience.Staff,
    groupId: 'other-group',
    before: set,
    after: set,
    isAssignable: false,
    isBuiltIn: false,
    requiresAccountExpiry: false,
    changesDetails: false,
    adds: [],
    removes: [],
    ...changes,
  };
}
