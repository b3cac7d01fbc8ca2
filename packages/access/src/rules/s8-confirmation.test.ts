import { Audience } from '@sallyport/contracts/common';
import { PortalPermission } from '@sallyport/contracts/portal';
import type { StaffGrant } from '@sallyport/contracts/staff';
import { describe, expect, it } from 'vitest';
import { decide } from '../decide.ts';
import type { AccessRequest } from '../request.ts';
import { portalSet } from '../sets/portal-set.ts';
import { staffSet } from '../sets/staff-set.ts';
import {
  ALL_PROJECTS,
  admin,
  by,
  CUSTOMERS,
  groupChange,
  LIBRARY,
  NOW,
  staff,
  TOMORROW,
  USERS,
} from '../test-principals.ts';

const set = (...grants: StaffGrant[]) => staffSet.fromGrants(grants);
const invitation = (...grants: StaffGrant[]) => ({
  audience: Audience.Staff,
  set: set(...grants),
  isAssignable: false,
  requiresAccountExpiry: false,
});
const onCustomers = (...permissions: PortalPermission[]) => ({
  audience: Audience.Customer,
  set: portalSet.fromGrants(permissions),
});
const deletion = { action: 'group.delete', groupId: 'g', isBuiltIn: false } as const;

const ASKS: [string, AccessRequest][] = [
  [
    'creating a group that manages users',
    { action: 'group.create', audience: Audience.Staff, set: set(USERS) },
  ],
  [
    'creating a group that manages customers',
    { action: 'group.create', audience: Audience.Staff, set: set(CUSTOMERS) },
  ],
  [
    'creating a group that manages colleagues',
    { action: 'group.create', ...onCustomers(PortalPermission.ManageColleagues) },
  ],
  ['giving a group Manage Users', groupChange({ before: set(LIBRARY), after: set(USERS) })],
  ['taking Manage Users from a group', groupChange({ before: set(USERS), after: set(LIBRARY) })],
  ['adding a member to managers', groupChange({ before: set(USERS), adds: [staff([])] })],
  ['removing a member from managers', groupChange({ before: set(USERS), removes: [staff([])] })],
  [
    'inviting into managers',
    { action: 'user.invite', groups: [invitation(LIBRARY), invitation(USERS)], expiresAt: null },
  ],
  [
    'renewing the invitation of a manager',
    { action: 'user.renewInvitation', target: staff([USERS], { status: 'INVITED' }) },
  ],
  ['deleting any group', { ...deletion, audience: Audience.Staff, set: set(LIBRARY) }],
  ['the Admin flag', { action: 'user.setAdmin', target: staff([]), value: true, isLastUsableAdmin: false }],
  ['the own password', { action: 'profile.changePassword' }],
];

const DOES_NOT_ASK: [string, AccessRequest][] = [
  [
    'creating an ordinary group',
    { action: 'group.create', audience: Audience.Staff, set: set(LIBRARY, ALL_PROJECTS) },
  ],
  [
    'creating an ordinary group of customers',
    { action: 'group.create', ...onCustomers(PortalPermission.Comment) },
  ],
  [
    'changing an ordinary group',
    groupChange({ before: set(LIBRARY), after: set(ALL_PROJECTS), adds: [staff([])] }),
  ],
  [
    'inviting into ordinary groups',
    { action: 'user.invite', groups: [invitation(LIBRARY)], expiresAt: null },
  ],
  ['inviting into none', { action: 'user.invite', groups: [], expiresAt: null }],
  [
    'renewing an ordinary invitation',
    { action: 'user.renewInvitation', target: staff([LIBRARY], { status: 'INVITED' }) },
  ],
  ['deactivating somebody', { action: 'user.deactivate', target: staff([USERS]), isLastUsableAdmin: false }],
  ['reading', { action: 'user.list' }],
];

describe('S8 confirming identity', () => {
  it.each(ASKS)('S8 refuses %s unconfirmed, and allows it confirmed', (_what, request) => {
    expect(decide(by(admin(), { confirmedUntil: null }), request)).toMatchObject({
      allowed: false,
      reason: { gate: 'G8', rule: 'S8', message: "Confirm it's you, then do this again." },
    });
    expect(decide(by(admin(), { confirmedUntil: TOMORROW }), request).allowed).toBe(true);
  });

  it.each(DOES_NOT_ASK)('S8 allows %s unconfirmed', (_what, request) => {
    expect(decide(by(admin(), { confirmedUntil: null }), request).allowed).toBe(true);
  });

  it('S8 allows until the confirmation ends, and refuses at that moment', () => {
    const request = { action: 'profile.changePassword' } as const;
    const until = (ms: number) => by(admin(), { confirmedUntil: new Date(NOW.getTime() + ms) });
    expect(decide(until(1), request).allowed).toBe(true);
    expect(decide(until(0), request).allowed).toBe(false);
  });

  it('S8 is asked last: who would be refused anyway is never made to confirm', () => {
    const stranger = by(staff([USERS]), { confirmedUntil: null });
    const request = groupChange({ before: set(USERS, LIBRARY), adds: [staff([])] });
    expect(decide(stranger, request)).toMatchObject({ reason: { gate: 'G7', rule: 'A1' } });
  });
});
