import { Audience } from '@sallyport/contracts/common';
import { PortalPermission } from '@sallyport/contracts/portal';
import { describe, expect, it } from 'vitest';
import { decide } from '../decide.ts';
import type { InvitedGroup } from '../request.ts';
import { portalSet } from '../sets/portal-set.ts';
import { staffSet } from '../sets/staff-set.ts';
import {
  ALL_PROJECTS,
  ASSIGN_ALL,
  admin,
  by,
  CUSTOMERS,
  customer,
  groupChange,
  LIBRARY,
  NOW,
  OWN_PROJECTS,
  staff,
  standIn,
  TOMORROW,
  USERS,
} from '../test-principals.ts';
import { mayChangeMembers, mayGrant, mayGrantPortal } from './a1-granting.ts';

const { fromGrants } = staffSet;
const manager = () => staff([ALL_PROJECTS, ASSIGN_ALL, USERS]);
const officeManager = () => staff([USERS]);

describe('A1 mayGrant', () => {
  it('A1 allows what is held without end, and less reach of it', () => {
    expect(mayGrant(manager(), fromGrants([USERS, OWN_PROJECTS]), NOW).allowed).toBe(true);
    expect(mayGrant(manager(), fromGrants([ALL_PROJECTS, ASSIGN_ALL, USERS]), NOW).allowed).toBe(true);
  });

  it('A1 refuses what is not held, and says what is missing', () => {
    expect(mayGrant(manager(), fromGrants([USERS, CUSTOMERS]), NOW)).toEqual({
      allowed: false,
      rule: 'A1',
      message: 'You can give only what you hold without an end date. Missing: Manage Customers.',
      missing: [CUSTOMERS],
    });
  });

  it('A1 refuses further reach than is held', () => {
    const verdict = mayGrant(staff([OWN_PROJECTS, USERS]), fromGrants([ALL_PROJECTS]), NOW);
    expect(verdict).toMatchObject({ allowed: false, missing: [ALL_PROJECTS] });
  });

  it('A1 refuses what is held for a time only', () => {
    expect(mayGrant(standIn([LIBRARY], [USERS]), fromGrants([LIBRARY]), NOW).allowed).toBe(false);
    expect(mayGrant(staff([LIBRARY], { expiresAt: TOMORROW }), fromGrants([LIBRARY]), NOW).allowed).toBe(
      false,
    );
  });

  it('A1 allows an Admin everything', () => {
    expect(mayGrant(admin(), staffSet.everything, NOW).allowed).toBe(true);
  });

  it('A1 allows and refuses customers by the same rule over their own permissions', () => {
    const colleague = customer([PortalPermission.ManageColleagues, PortalPermission.Comment]);
    expect(mayGrantPortal(colleague, portalSet.fromGrants([PortalPermission.Comment]), NOW).allowed).toBe(
      true,
    );
    expect(mayGrantPortal(colleague, portalSet.fromGrants([PortalPermission.AcceptRisk]), NOW)).toEqual({
      allowed: false,
      rule: 'A1',
      message: 'You can give only what you hold without an end date. Missing: Accept Risk.',
    });
  });
});

describe('A1 inviting', () => {
  const group = (grants: Parameters<typeof fromGrants>[0], isAssignable = false): InvitedGroup => ({
    audience: Audience.Staff,
    set: fromGrants(grants),
    isAssignable,
    requiresAccountExpiry: false,
  });
  const invite = (groups: InvitedGroup[]) => ({ action: 'user.invite', groups, expiresAt: null }) as const;

  it('A1 allows groups within what is held, and none at all', () => {
    expect(decide(by(manager()), invite([group([OWN_PROJECTS]), group([USERS])])).allowed).toBe(true);
    expect(decide(by(officeManager()), invite([])).allowed).toBe(true);
  });

  it('A1 refuses when one group of several goes beyond', () => {
    expect(decide(by(manager()), invite([group([OWN_PROJECTS]), group([LIBRARY])]))).toEqual({
      allowed: false,
      reason: {
        gate: 'G7',
        rule: 'A1',
        message: 'You can give only what you hold without an end date. Missing: Manage Vulnerability Data.',
        missing: [LIBRARY],
      },
    });
  });

  it('A1 allows an assignable group beyond what is held', () => {
    expect(decide(by(officeManager()), invite([group([OWN_PROJECTS], true)])).allowed).toBe(true);
  });

  it('A1 refuses an assignable group to a holder for a time', () => {
    const decision = decide(by(standIn([USERS])), invite([group([OWN_PROJECTS], true)]));
    expect(decision).toMatchObject({ allowed: false, reason: { gate: 'G7', rule: 'A1', missing: [USERS] } });
  });

  it('A1 refuses a stand-in even an account without any group: it would outlast the stand-in', () => {
    expect(decide(by(standIn([USERS])), invite([])).allowed).toBe(false);
    expect(decide(by(staff([USERS], { expiresAt: TOMORROW })), invite([])).allowed).toBe(false);
  });
});

describe('A1 creating and deleting groups', () => {
  const create = (grants: Parameters<typeof fromGrants>[0]) =>
    ({ action: 'group.create', audience: Audience.Staff, set: fromGrants(grants) }) as const;
  const remove = (grants: Parameters<typeof fromGrants>[0]) =>
    ({ ...create(grants), action: 'group.delete', groupId: 'other-group', isBuiltIn: false }) as const;

  it.each([create, remove])('A1 allows within what is held', (request) => {
    expect(decide(by(manager()), request([USERS])).allowed).toBe(true);
    expect(decide(by(admin()), request([CUSTOMERS, LIBRARY])).allowed).toBe(true);
  });

  it.each([create, remove])('A1 refuses beyond what is held', (request) => {
    expect(decide(by(manager()), request([LIBRARY]))).toMatchObject({ reason: { gate: 'G7', rule: 'A1' } });
  });
});

describe('A1 changing a group', () => {
  const tester = fromGrants([OWN_PROJECTS]);
  const someone = () => staff([]);

  it('A1 allows when the set before and the set after are held', () => {
    const change = groupChange({ before: fromGrants([USERS]), after: tester, adds: [someone()] });
    expect(decide(by(manager()), change).allowed).toBe(true);
  });

  it.each([
    ['before', fromGrants([LIBRARY]), tester],
    ['after', tester, fromGrants([LIBRARY])],
  ])('A1 refuses when the set %s goes beyond', (_which, before, after) => {
    expect(decide(by(manager()), groupChange({ before, after }))).toMatchObject({
      allowed: false,
      reason: { rule: 'A1', missing: [LIBRARY] },
    });
  });

  it.each([
    ['adding a member', { adds: [someone()] }],
    ['removing a member', { removes: [someone()] }],
    ['renaming', { changesDetails: true }],
  ])('A1 refuses %s in a group beyond what is held', (_what, change) => {
    const before = fromGrants([LIBRARY]);
    expect(decide(by(manager()), groupChange({ before, ...change })).allowed).toBe(false);
    expect(decide(by(admin()), groupChange({ before, ...change })).allowed).toBe(true);
  });

  it('A1 allows any stable holder of Manage Users the members of an assignable group', () => {
    const change = { before: tester, isAssignable: true, adds: [someone()], removes: [someone()] };
    expect(decide(by(officeManager()), groupChange(change)).allowed).toBe(true);
    expect(mayChangeMembers(officeManager(), { set: tester, isAssignable: true }, NOW).allowed).toBe(true);
  });

  it('A1 refuses the members of an assignable group to who holds Manage Users for a time, or not at all', () => {
    const change = groupChange({ before: tester, isAssignable: true, adds: [someone()] });
    expect(decide(by(standIn([USERS])), change).allowed).toBe(false);
    expect(mayChangeMembers(standIn([USERS]), { set: tester, isAssignable: true }, NOW).allowed).toBe(false);
    expect(mayChangeMembers(staff([OWN_PROJECTS]), { set: tester, isAssignable: false }, NOW).allowed).toBe(
      false,
    );
  });

  it('A1 refuses the members of an ordinary group beyond what is held', () => {
    expect(mayChangeMembers(officeManager(), { set: tester, isAssignable: false }, NOW)).toMatchObject({
      allowed: false,
      missing: [OWN_PROJECTS],
    });
  });

  it('A1 refuses the grants of an assignable group to everyone but Admins, even to who holds all of it', () => {
    const change = groupChange({ before: tester, after: fromGrants([USERS]), isAssignable: true });
    expect(decide(by(manager()), change)).toMatchObject({ reason: { rule: 'A1' } });
    expect(decide(by(admin()), change).allowed).toBe(true);
  });

  it('A1 allows renaming an assignable group only within what is held', () => {
    const change = groupChange({ before: tester, isAssignable: true, changesDetails: true });
    expect(decide(by(manager()), change).allowed).toBe(true);
    expect(decide(by(officeManager()), change).allowed).toBe(false);
  });

  it('A1 allows only an Admin to mark a group as assignable', () => {
    const change = groupChange({ before: tester, changesAssignable: true });
    expect(decide(by(admin()), change).allowed).toBe(true);
    expect(decide(by(manager()), change)).toMatchObject({ reason: { rule: 'A1' } });
  });
});
