import { Audience } from '@sallyport/contracts/common';
import { PortalPermission } from '@sallyport/contracts/portal';
import { describe, expect, it } from 'vitest';
import { decide } from '../decide.ts';
import type { GroupChange } from '../request.ts';
import { portalSet } from '../sets/portal-set.ts';
import { staffSet } from '../sets/staff-set.ts';
import {
  admin,
  by,
  CUSTOMERS,
  customer,
  groupChange,
  LIBRARY,
  staff,
  standIn,
  USERS,
} from '../test-principals.ts';

const engineers = portalSet.fromGrants([PortalPermission.ViewFindings, PortalPermission.Comment]);
const onCustomers = { audience: Audience.Customer, set: engineers } as const;
const onStaff = { audience: Audience.Staff, set: staffSet.nothing } as const;

function customerGroupChange(changes: Pick<GroupChange, 'adds' | 'removes'> | object = {}) {
  return {
    action: 'group.update',
    audience: Audience.Customer,
    groupId: 'customers',
    before: engineers,
    after: engineers,
    isAssignable: false,
    isBuiltIn: false,
    requiresAccountExpiry: false,
    changesDetails: false,
    adds: [],
    removes: [],
    ...changes,
  } as const;
}

describe('A10 audiences of groups', () => {
  it('A10 allows members of the same audience', () => {
    expect(decide(by(admin()), groupChange({ adds: [staff([])] })).allowed).toBe(true);
    expect(decide(by(admin()), customerGroupChange({ adds: [customer([])] })).allowed).toBe(true);
  });

  it('A10 refuses members of the other audience, also to an Admin', () => {
    const refused = { reason: { gate: 'G7', rule: 'A10' } };
    expect(decide(by(admin()), groupChange({ adds: [staff([]), customer([])] }))).toMatchObject(refused);
    expect(decide(by(admin()), customerGroupChange({ adds: [staff([])] }))).toMatchObject(refused);
  });

  it('A10 refuses to invite a staff account into a customer group', () => {
    const group = { ...onCustomers, isAssignable: true, requiresAccountExpiry: false };
    expect(decide(by(admin()), { action: 'user.invite', groups: [group], expiresAt: null })).toMatchObject({
      reason: { gate: 'G7', rule: 'A10' },
    });
  });
});

describe('A12 staff accounts', () => {
  it('A12 allows Manage Users to read staff', () => {
    expect(decide(by(staff([USERS])), { action: 'user.read', target: staff([LIBRARY]) }).allowed).toBe(true);
  });

  it.each(['user.read', 'user.update', 'user.renewInvitation', 'user.reactivate'] as const)(
    'A12 refuses %s of a customer as if there were none, also to an Admin',
    (action) => {
      for (const actor of [staff([USERS, CUSTOMERS]), admin()]) {
        expect(decide(by(actor), { action, target: customer([]) })).toEqual({
          allowed: false,
          hidden: true,
          reason: { gate: 'G6', rule: null, message: 'Not found, or not shared with you.' },
        });
      }
    },
  );

  it('A12 refuses Manage Customers everything about staff accounts', () => {
    const actor = by(staff([CUSTOMERS]));
    expect(decide(actor, { action: 'user.list' })).toMatchObject({ reason: { gate: 'G5' } });
    expect(decide(actor, { action: 'user.read', target: staff([]) }).allowed).toBe(false);
    expect(decide(actor, { action: 'user.invite', groups: [], expiresAt: null }).allowed).toBe(false);
  });
});

describe('A12 groups of customers', () => {
  it.each([
    ['Manage Customers', CUSTOMERS],
    ['Manage Users', USERS],
  ])('A12 allows %s to read, create, define and delete them, whatever they give', (_label, grant) => {
    const actor = by(staff([grant]));
    const remove = { action: 'group.delete', ...onCustomers, groupId: 'g', isBuiltIn: false } as const;
    expect(decide(actor, { action: 'group.list' }).allowed).toBe(true);
    expect(decide(actor, { action: 'group.read', audience: Audience.Customer }).allowed).toBe(true);
    expect(decide(actor, { action: 'group.create', ...onCustomers }).allowed).toBe(true);
    expect(decide(actor, customerGroupChange({ after: portalSet.everything })).allowed).toBe(true);
    expect(decide(actor, remove).allowed).toBe(true);
  });

  it('A12 refuses them to other permissions, and to a stand-in all but reading', () => {
    expect(decide(by(staff([LIBRARY])), { action: 'group.create', ...onCustomers }).allowed).toBe(false);
    const actor = by(standIn([CUSTOMERS]));
    expect(decide(actor, { action: 'group.read', audience: Audience.Customer }).allowed).toBe(true);
    expect(decide(actor, { action: 'group.create', ...onCustomers })).toMatchObject({
      reason: { rule: 'A12' },
    });
  });

  it('A12 allows their members to Manage Customers, and refuses them to Manage Users', () => {
    for (const change of [{ adds: [customer([])] }, { removes: [customer([])] }]) {
      expect(decide(by(staff([CUSTOMERS])), customerGroupChange(change)).allowed).toBe(true);
      expect(decide(by(staff([USERS])), customerGroupChange(change))).toMatchObject({
        reason: { gate: 'G7', rule: 'A12', missing: [CUSTOMERS] },
      });
    }
  });
});

describe('A12 groups of staff', () => {
  it('A12 allows Manage Users to read them', () => {
    expect(decide(by(staff([USERS])), { action: 'group.read', audience: Audience.Staff }).allowed).toBe(true);
  });

  it('A12 refuses them to Manage Customers: reading and changing find nothing, creating lacks Manage Users', () => {
    const actor = by(staff([CUSTOMERS]));
    const remove = { action: 'group.delete', ...onStaff, groupId: 'g', isBuiltIn: false } as const;
    expect(decide(actor, { action: 'group.read', audience: Audience.Staff })).toMatchObject({ hidden: true });
    expect(decide(actor, groupChange())).toMatchObject({ hidden: true });
    expect(decide(actor, remove)).toMatchObject({ hidden: true });
    expect(decide(actor, { action: 'group.create', ...onStaff })).toMatchObject({
      reason: { gate: 'G7', missing: [USERS] },
    });
  });
});
