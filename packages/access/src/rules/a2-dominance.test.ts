import { PortalPermission } from '@sallyport/contracts/portal';
import { describe, expect, it } from 'vitest';
import { decide } from '../decide.ts';
import type { Account } from '../principal.ts';
import { staffSet } from '../sets/staff-set.ts';
import {
  ALL_PROJECTS,
  admin,
  by,
  CUSTOMERS,
  customer,
  LIBRARY,
  membership,
  NOW,
  OWN_PROJECTS,
  staff,
  standIn,
  TOMORROW,
  USERS,
  YESTERDAY,
} from '../test-principals.ts';
import { dominates } from './a2-dominance.ts';

const isOver = (actor: Account, target: Account, strict = false) =>
  dominates(actor, target, NOW, { strict }).allowed;
const manager = () => staff([ALL_PROJECTS, USERS]);

describe('A2 dominates', () => {
  it('A2 allows over who holds no more, reach included', () => {
    expect(isOver(manager(), staff([OWN_PROJECTS]))).toBe(true);
    expect(isOver(manager(), staff([]))).toBe(true);
    expect(isOver(manager(), manager())).toBe(true);
  });

  it('A2 refuses over who holds more, and says what', () => {
    expect(dominates(manager(), staff([USERS, LIBRARY]), NOW, { strict: false })).toEqual({
      allowed: false,
      rule: 'A2',
      message:
        'This person holds more than you hold without an end date: Manage Vulnerability Data. Ask an Admin.',
      missing: [LIBRARY],
    });
    expect(isOver(staff([OWN_PROJECTS, USERS]), staff([ALL_PROJECTS]))).toBe(false);
  });

  it('A2 allows strictly over who holds less, and refuses strictly over an equal', () => {
    expect(isOver(manager(), staff([ALL_PROJECTS]), true)).toBe(true);
    expect(isOver(manager(), staff([OWN_PROJECTS, USERS]), true)).toBe(true);
    expect(isOver(manager(), manager(), true)).toBe(false);
  });

  it('A2 allows an Admin over an Admin, and refuses everyone else', () => {
    expect(isOver(admin(), admin(), true)).toBe(true);
    expect(isOver(staff([USERS, CUSTOMERS]), admin())).toBe(false);
    // All seven permissions are not the flag: the Administrator group is not an Admin.
    expect(isOver(staff(staffSet.toGrants(staffSet.everything)), admin())).toBe(false);
  });

  it('A2 counts of the target what lasts for now, of the actor only what lasts', () => {
    expect(isOver(staff([USERS]), standIn([LIBRARY]))).toBe(false);
    expect(isOver(staff([USERS, LIBRARY]), standIn([LIBRARY]))).toBe(true);
    expect(isOver(standIn([LIBRARY], [USERS]), staff([LIBRARY]))).toBe(false);
    expect(isOver(staff([USERS, LIBRARY], { expiresAt: TOMORROW }), staff([LIBRARY]))).toBe(false);
  });

  it('A2 allows over who held more once', () => {
    const former = staff([], { memberships: [membership([LIBRARY], { expiresAt: YESTERDAY })] });
    expect(isOver(staff([USERS]), former)).toBe(true);
  });

  it('A2 allows and refuses customers by their own permissions, within one company', () => {
    const head = customer([PortalPermission.ManageColleagues, PortalPermission.Comment]);
    const engineer = customer([PortalPermission.Comment]);
    expect(isOver(head, engineer, true)).toBe(true);
    expect(isOver(engineer, head)).toBe(false);
    expect(isOver(engineer, customer([PortalPermission.Comment]), true)).toBe(false);
    expect(isOver(head, customer([], { companyId: 'shop' }))).toBe(false);
  });

  it('A12 refuses to compare staff with customers, either way, Admins included', () => {
    expect(isOver(admin(), customer([]))).toBe(false);
    expect(isOver(customer([PortalPermission.ManageColleagues]), staff([]))).toBe(false);
  });
});

describe.each([
  ['user.update', (target: Account) => ({ action: 'user.update', target }) as const],
  ['user.renewInvitation', (target: Account) => ({ action: 'user.renewInvitation', target }) as const],
  [
    'user.deactivate',
    (target: Account) => ({ action: 'user.deactivate', target, isLastUsableAdmin: false }) as const,
  ],
  ['user.reactivate', (target: Account) => ({ action: 'user.reactivate', target }) as const],
])('A2 at %s', (action, request) => {
  const status = ({ 'user.renewInvitation': 'INVITED', 'user.reactivate': 'INACTIVE' } as const)[action];
  const target = (grants: Parameters<typeof staff>[0], changes = {}) =>
    staff(grants, { status: status ?? 'ACTIVE', ...changes });

  it('A2 allows over who holds no more', () => {
    expect(decide(by(manager()), request(target([OWN_PROJECTS]))).allowed).toBe(true);
  });

  it('A2 refuses over who holds more, and over an Admin', () => {
    expect(decide(by(manager()), request(target([LIBRARY])))).toMatchObject({
      allowed: false,
      reason: { gate: 'G7', rule: 'A2', missing: [LIBRARY] },
    });
    expect(decide(by(manager()), request(target([], { isAdmin: true })))).toMatchObject({
      reason: { gate: 'G7', rule: 'A2' },
    });
  });

  it('A2 refuses a stand-in over anyone, even over who holds nothing', () => {
    expect(decide(by(standIn([USERS])), request(target([])))).toMatchObject({
      reason: { gate: 'G7', rule: 'A2', missing: [USERS] },
    });
  });

  it('A2 allows an Admin', () => {
    expect(decide(by(admin()), request(target([LIBRARY]))).allowed).toBe(true);
  });
});
