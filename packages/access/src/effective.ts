import { Audience } from '@sallyport/contracts/common';
import type { Account, CustomerAccount, Membership, StaffAccount } from './principal.ts';
import type { SetAlgebra } from './sets/algebra.ts';
import { type PortalPermissionSet, portalSet } from './sets/portal-set.ts';
import { type PermissionSet, staffSet } from './sets/staff-set.ts';

/** permNow and permStable of 03: what counts for acting, and what counts for granting and managing others. */
export interface EffectivePermissions<PermissionBits> {
  readonly now: PermissionBits;
  readonly stable: PermissionBits;
}

/**
 * What an account may do now, and what it holds without any end. The account's own status is G0's question, not this
 * one's: a deactivated account keeps what its memberships say, or dominance over it (A2) would be lost with it.
 */
export function effectivePermissions(account: StaffAccount, now: Date): EffectivePermissions<PermissionSet>;
export function effectivePermissions(
  account: CustomerAccount,
  now: Date,
): EffectivePermissions<PortalPermissionSet>;
export function effectivePermissions(
  account: Account,
  now: Date,
): EffectivePermissions<PermissionSet> | EffectivePermissions<PortalPermissionSet>;
export function effectivePermissions(
  account: Account,
  now: Date,
): EffectivePermissions<PermissionSet> | EffectivePermissions<PortalPermissionSet> {
  return account.audience === Audience.Staff
    ? staffPermissions(account, now)
    : portalPermissions(account, now);
}

const NO_STAFF = both<PermissionSet>(staffSet.nothing, staffSet.nothing);
const NO_PORTAL = both<PortalPermissionSet>(portalSet.nothing, portalSet.nothing);
const ADMIN = both<PermissionSet>(staffSet.everything, staffSet.everything);

/** permNow and permStable over staff grants; nothing for a customer, whatever rows exist (G4). */
export function staffPermissions(account: Account, now: Date): EffectivePermissions<PermissionSet> {
  if (account.audience !== Audience.Staff) return NO_STAFF;
  return account.isAdmin ? ADMIN : unionOf(account.memberships, staffSet, account.expiresAt, now);
}

/** permNow and permStable over portal permissions; nothing for staff. */
export function portalPermissions(account: Account, now: Date): EffectivePermissions<PortalPermissionSet> {
  if (account.audience !== Audience.Customer) return NO_PORTAL;
  return unionOf(account.memberships, portalSet, account.expiresAt, now);
}

/** A7: expiry counts when it is read. At the very moment of its end a thing has ended; an unreadable date has too. */
export function isBefore(now: Date, end: Date | null): boolean {
  return end === null || now.getTime() < end.getTime();
}

/** When a membership and its group end. */
type Ends = Pick<Membership, 'expiresAt' | 'groupExpiresAt'>;

/** Whether a membership counts now: neither it nor its group has ended. */
export function isLiveMembership(membership: Ends, now: Date): boolean {
  return isBefore(now, membership.expiresAt) && isBefore(now, membership.groupExpiresAt);
}

function unionOf<PermissionBits extends number, Grant>(
  memberships: readonly Membership<Grant>[],
  sets: SetAlgebra<PermissionBits, Grant>,
  accountExpiresAt: Date | null,
  now: Date,
): EffectivePermissions<PermissionBits> {
  let live = sets.nothing;
  let lasting = sets.nothing;
  for (const membership of memberships) {
    if (!isLiveMembership(membership, now)) continue;
    const given = sets.fromGrants(membership.grants);
    live = sets.union(live, given);
    if (membership.expiresAt === null && membership.groupExpiresAt === null)
      lasting = sets.union(lasting, given);
  }
  return { now: live, stable: accountExpiresAt === null ? lasting : sets.nothing };
}

function both<PermissionBits>(
  now: PermissionBits,
  stable: PermissionBits,
): EffectivePermissions<PermissionBits> {
  return Object.freeze({ now, stable });
}
