import { Audience } from '@sallyport/contracts/common';
import { describe, expect, it } from 'vitest';
import { decide } from '../decide.ts';
import { ProjectRole } from '../project-facts.ts';
import { staffSet } from '../sets/staff-set.ts';
import {
  ALL_PROJECTS,
  ASSIGN_ALL,
  ASSIGN_OWN,
  admin,
  by,
  groupChange,
  membership,
  NOW,
  OWN_PROJECTS,
  staff,
  TOMORROW,
  USERS,
  YESTERDAY,
} from '../test-principals.ts';

const manager = () => staff([ALL_PROJECTS, USERS]);
const REFUSED = { allowed: false, reason: { gate: 'G7', rule: 'A3' } };
const USERS_SET = staffSet.fromGrants([USERS]);

describe.each([
  ['a manager', manager],
  ['an Admin', admin],
])('A3 own account of %s', (_who, make) => {
  it('A3 allows another account to be deactivated and reactivated, and refuses the own', () => {
    const self = make();
    const other = staff([]);
    const deactivate = (target: typeof self) =>
      decide(by(self), { action: 'user.deactivate', target, isLastUsableAdmin: false });
    expect(deactivate(other).allowed).toBe(true);
    expect(deactivate(self)).toMatchObject(REFUSED);
    expect(decide(by(self), { action: 'user.reactivate', target: self })).toMatchObject(REFUSED);
    expect(
      decide(by(self), { action: 'user.reactivate', target: { ...other, status: 'INACTIVE' } }).allowed,
    ).toBe(true);
  });

  it('A3 allows to edit the own account, and refuses to move its end', () => {
    const self = make();
    const update = { action: 'user.update', target: self } as const;
    expect(decide(by(self), update).allowed).toBe(true);
    expect(decide(by(self), { ...update, expiresAt: null })).toMatchObject(REFUSED);
    expect(decide(by(self), { ...update, target: staff([]), expiresAt: TOMORROW }).allowed).toBe(true);
  });

  it('A3 allows others into and out of a group, and refuses oneself', () => {
    const self = make();
    expect(decide(by(self), groupChange({ adds: [staff([])], removes: [staff([])] })).allowed).toBe(true);
    expect(decide(by(self), groupChange({ adds: [staff([]), self] }))).toMatchObject(REFUSED);
    expect(decide(by(self), groupChange({ removes: [staff([]), self] }))).toMatchObject(REFUSED);
    expect(decide(by(self), groupChange({ isAssignable: true, adds: [self] }))).toMatchObject(REFUSED);
  });

  it('A3 allows a group one is not in to be deleted, and refuses a group one is in', () => {
    const self = { ...make(), memberships: [membership([ALL_PROJECTS, USERS], { groupId: 'own-group' })] };
    const remove = {
      action: 'group.delete',
      audience: Audience.Staff,
      set: USERS_SET,
      isBuiltIn: false,
    } as const;
    expect(decide(by(self), { ...remove, groupId: 'other-group' }).allowed).toBe(true);
    expect(decide(by(self), { ...remove, groupId: 'own-group' })).toMatchObject(REFUSED);
  });
});

describe('A3 what the own group gives', () => {
  const change = groupChange({ groupId: 'own-group', before: USERS_SET, after: staffSet.nothing });
  const member = (expiresAt: Date | null = null) =>
    staff([], {
      memberships: [
        membership([ALL_PROJECTS, USERS]),
        membership([USERS], { groupId: 'own-group', expiresAt }),
      ],
    });

  it('A3 refuses a member to change it', () => {
    expect(decide(by(member()), change)).toMatchObject(REFUSED);
    expect(decide(by(member(TOMORROW)), change)).toMatchObject(REFUSED);
  });

  it('A3 allows a former member, and who is not in it', () => {
    expect(decide(by(member(YESTERDAY)), change).allowed).toBe(true);
    expect(decide(by(manager()), change).allowed).toBe(true);
  });

  it('A3 allows a member to rename it and to add others', () => {
    const renamed = groupChange({
      groupId: 'own-group',
      before: USERS_SET,
      changesDetails: true,
      adds: [staff([])],
    });
    expect(decide(by(member()), renamed).allowed).toBe(true);
  });

  it('A3 allows an Admin, whose permissions it does not change', () => {
    const self = admin({ memberships: [membership([USERS], { groupId: 'own-group' })] });
    expect(decide(by(self), change).allowed).toBe(true);
  });
});

describe('A3 own Admin flag', () => {
  it('A3 allows an Admin to drop it when not the last', () => {
    const self = admin();
    const drop = { action: 'user.setAdmin', target: self, value: false } as const;
    expect(decide(by(self), { ...drop, isLastUsableAdmin: false }).allowed).toBe(true);
    expect(decide(by(self), { ...drop, isLastUsableAdmin: true })).toMatchObject({ reason: { rule: 'A5' } });
  });

  it('A3 refuses anyone to raise it for themselves', () => {
    const self = admin();
    const raise = { action: 'user.setAdmin', target: self, value: true, isLastUsableAdmin: false } as const;
    expect(decide(by(self), raise)).toMatchObject(REFUSED);
    expect(decide(by(manager()), { ...raise, target: manager() })).toMatchObject({ reason: { gate: 'G5' } });
  });
});

describe('A3 own place on a project', () => {
  const project = { ownerIds: ['lead'], team: [], isRestricted: false, isCompleted: false };

  it('A3 allows to add oneself within reach', () => {
    const self = staff([ASSIGN_ALL]);
    const request = { action: 'project.assign', project, addsOwners: [], addsTeam: [self] } as const;
    expect(decide(by(self), request).allowed).toBe(true);
    const tester = staff([ASSIGN_OWN, OWN_PROJECTS]);
    const own = { ...project, team: [{ accountId: tester.id, role: ProjectRole.Tester }] };
    expect(decide(by(tester), { ...request, project: own, addsOwners: [tester], addsTeam: [] }).allowed).toBe(
      true,
    );
  });

  it('A3 refuses an Admin who entered a restricted project with a reason to join it', () => {
    const self = admin();
    const restricted = {
      ...project,
      isRestricted: true,
      isCompleted: false,
      adminReason: 'Subpoena 12/2026',
    };
    const request = {
      action: 'project.assign',
      project: restricted,
      addsOwners: [],
      addsTeam: [self],
    } as const;
    expect(decide(by(self), request)).toMatchObject(REFUSED);
    expect(decide(by(self), { ...request, addsOwners: [self], addsTeam: [] })).toMatchObject(REFUSED);
    expect(decide(by(self), { ...request, addsTeam: [staff([])] }).allowed).toBe(true);
  });

  it('A3 refuses to add oneself outside reach: the project is not even there', () => {
    const self = staff([ASSIGN_OWN]);
    const request = { action: 'project.assign', project, addsOwners: [], addsTeam: [self] } as const;
    expect(decide({ ...by(self), now: NOW }, request)).toMatchObject({ hidden: true });
  });
});
