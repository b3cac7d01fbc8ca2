import { PortalPermission } from '@sallyport/contracts/portal';
import { describe, expect, it } from 'vitest';
import { effectivePermissions } from './effective.ts';
import { portalSet } from './sets/portal-set.ts';
import { staffSet } from './sets/staff-set.ts';
import {
  ALL_PROJECTS,
  admin,
  customer,
  LIBRARY,
  membership,
  NOW,
  OWN_PROJECTS,
  staff,
  TOMORROW,
  USERS,
  YESTERDAY,
} from './test-principals.ts';

const { fromGrants, nothing, everything } = staffSet;
const A_MOMENT_AGO = new Date(NOW.getTime() - 1);
const IN_A_MOMENT = new Date(NOW.getTime() + 1);

describe('effectivePermissions', () => {
  it('adds up what all groups give, at the furthest reach', () => {
    const account = staff([], {
      memberships: [membership([OWN_PROJECTS]), membership([ALL_PROJECTS, USERS])],
    });
    const set = fromGrants([ALL_PROJECTS, USERS]);
    expect(effectivePermissions(account, NOW)).toEqual({ now: set, stable: set });
  });

  it.each([
    ['the membership', { expiresAt: TOMORROW }],
    ['the group', { groupExpiresAt: TOMORROW }],
  ])('counts now, but not as stable, what ends with %s', (_what, ends) => {
    const account = staff([], { memberships: [membership([LIBRARY]), membership([USERS], ends)] });
    expect(effectivePermissions(account, NOW)).toEqual({
      now: fromGrants([LIBRARY, USERS]),
      stable: fromGrants([LIBRARY]),
    });
  });

  it('holds nothing as stable when the account has an end, even one that has not come', () => {
    const account = staff([USERS], { expiresAt: TOMORROW });
    expect(effectivePermissions(account, NOW)).toEqual({ now: fromGrants([USERS]), stable: nothing });
  });

  it.each([
    ['still counts a moment before its end', IN_A_MOMENT, true],
    ['has ended at the very moment', NOW, false],
    ['has ended a moment after', A_MOMENT_AGO, false],
    ['has ended when its date cannot be read', new Date(Number.NaN), false],
  ])('A7 a membership %s', (_case, expiresAt, counts) => {
    const account = staff([], { memberships: [membership([USERS], { expiresAt })] });
    expect(effectivePermissions(account, NOW).now).toBe(counts ? fromGrants([USERS]) : nothing);
  });

  it('A7 a live membership in an ended group counts for nothing', () => {
    const account = staff([], { memberships: [membership([USERS], { groupExpiresAt: YESTERDAY })] });
    expect(effectivePermissions(account, NOW)).toEqual({ now: nothing, stable: nothing });
  });

  it('is everything, both ways, for an Admin without any group', () => {
    expect(effectivePermissions(admin(), NOW)).toEqual({ now: everything, stable: everything });
  });

  it('does not forget what a deactivated account holds, or dominance over it would be lost', () => {
    expect(effectivePermissions(staff([USERS], { status: 'INACTIVE' }), NOW).now).toBe(fromGrants([USERS]));
  });

  it('reads customers by their own permissions', () => {
    const grants = [PortalPermission.ViewFindings, PortalPermission.Comment];
    const set = portalSet.fromGrants(grants);
    expect(effectivePermissions(customer(grants), NOW)).toEqual({ now: set, stable: set });
    expect(effectivePermissions(customer(grants, { expiresAt: TOMORROW }), NOW)).toEqual({
      now: set,
      stable: portalSet.nothing,
    });
  });
});
