import { PortalPermission } from '@sallyport/contracts/portal';
import { describe, expect, it } from 'vitest';
import { decide } from '../decide.ts';
import type { StaffAccount } from '../principal.ts';
import type { ProjectFacts, ProjectStanding } from '../project-facts.ts';
import {
  ALL_PROJECTS,
  ASSIGN_ALL,
  ASSIGN_OWN,
  admin,
  by,
  CUSTOMERS,
  customer,
  NOW,
  OWN_PROJECTS,
  staff,
  TOMORROW,
  USERS,
} from '../test-principals.ts';

type Standing = ProjectStanding | 'outside';
const ACTIONS = ['read', 'write', 'approve', 'govern', 'assign'] as const;

function projectWith(
  account: StaffAccount,
  standing: Standing,
  changes: Partial<ProjectFacts> = {},
): ProjectFacts {
  return {
    ownerIds: standing === 'owner' ? ['someone', account.id] : ['someone'],
    team: standing === 'owner' || standing === 'outside' ? [] : [{ accountId: account.id, role: standing }],
    isRestricted: false,
    isCompleted: false,
    ...changes,
  };
}

function ask(account: StaffAccount, action: (typeof ACTIONS)[number], project: ProjectFacts) {
  const facts = { project, hasWritten: false, addsOwners: [], addsTeam: [] };
  return decide(by(account), { action: `project.${action}`, ...facts });
}

/** What is open, in the order of ACTIONS: the first letter where allowed, a dot where refused, a blank where absent. */
function openTo(account: StaffAccount, standing: Standing, changes: Partial<ProjectFacts> = {}): string {
  return ACTIONS.map((action) => {
    const decision = ask(account, action, projectWith(account, standing, changes));
    if (decision.allowed) return action.charAt(0);
    return decision.hidden ? ' ' : '.';
  }).join('');
}

describe('A15 what is open on a project: r(ead) w(rite) a(pprove) g(overn) a(ssign)', () => {
  it.each<[string, Parameters<typeof staff>[0], Standing, string]>([
    ['Manage Projects ASSIGNED', [OWN_PROJECTS], 'owner', 'rwag.'],
    ['Manage Projects ASSIGNED', [OWN_PROJECTS], 'tester', 'rwa..'],
    ['Manage Projects ASSIGNED', [OWN_PROJECTS], 'reviewer', 'r.a..'],
    ['Manage Projects ASSIGNED', [OWN_PROJECTS], 'observer', 'r....'],
    ['Manage Projects ASSIGNED', [OWN_PROJECTS], 'outside', '    .'],
    ['Manage Projects ALL', [ALL_PROJECTS], 'outside', 'rwag.'],
    ['Manage Projects ALL', [ALL_PROJECTS], 'observer', 'rwag.'],
    ['Assign Projects ALL', [ASSIGN_ALL], 'outside', 'r...a'],
    ['Assign Projects ASSIGNED', [ASSIGN_OWN], 'outside', ' ... '],
    ['Assign Projects ASSIGNED', [ASSIGN_OWN], 'observer', 'r...a'],
    ['Manage Projects ALL, Assign Projects ASSIGNED', [ALL_PROJECTS, ASSIGN_OWN], 'outside', 'rwag.'],
    ['Manage Projects ASSIGNED, Assign Projects ALL', [OWN_PROJECTS, ASSIGN_ALL], 'outside', 'r...a'],
    ['no permission', [], 'owner', 'r....'],
    ['no permission', [], 'tester', 'r....'],
    ['no permission', [], 'outside', ' ....'],
    ['Manage Users and Manage Customers', [USERS, CUSTOMERS], 'outside', ' ....'],
  ])('A15 allows and refuses %s (%o) as %s: %s', (_label, grants, standing, expected) => {
    expect(openTo(staff(grants), standing)).toBe(expected);
  });

  it('A15 allows an Admin all of it', () => {
    expect(openTo(admin(), 'outside')).toBe('rwaga');
  });
});

describe('A16 a restricted project', () => {
  it.each<[Standing, string]>([
    ['owner', 'rwaga'],
    ['observer', 'rwaga'],
    ['outside', '     '],
  ])('A16 allows and refuses reach ALL as %s', (standing, expected) => {
    expect(
      openTo(staff([ALL_PROJECTS, ASSIGN_ALL]), standing, { isRestricted: true, isCompleted: false }),
    ).toBe(expected);
  });

  it('G6 refuses an Admin without a reason, and allows one with a reason: the owners are told', () => {
    const account = admin();
    const restricted = projectWith(account, 'outside', { isRestricted: true, isCompleted: false });
    expect(ask(account, 'read', restricted)).toMatchObject({ hidden: true });
    expect(ask(account, 'read', { ...restricted, adminReason: '  ' })).toMatchObject({ hidden: true });
    expect(ask(account, 'read', { ...restricted, adminReason: 'Client asked for the file' })).toEqual({
      allowed: true,
      path: { by: 'admin', mustTellOwners: true },
    });
  });

  it('G6 refuses everyone else, whatever reason they give', () => {
    const account = staff([ALL_PROJECTS]);
    const project = projectWith(account, 'outside', {
      isRestricted: true,
      isCompleted: false,
      adminReason: 'Please',
    });
    expect(ask(account, 'read', project)).toMatchObject({ hidden: true });
  });
});

describe('A15 four eyes', () => {
  const approve = (account: StaffAccount, hasWritten: boolean, standing: Standing) =>
    decide(by(account), { action: 'project.approve', project: projectWith(account, standing), hasWritten });

  it('A15 allows who wrote nothing in it', () => {
    expect(approve(staff([OWN_PROJECTS]), false, 'reviewer').allowed).toBe(true);
  });

  it('A15 refuses who wrote in it, also an owner and an Admin', () => {
    const refused = { reason: { gate: 'G7', rule: 'A15' } };
    expect(approve(staff([OWN_PROJECTS]), true, 'reviewer')).toMatchObject(refused);
    expect(approve(staff([ALL_PROJECTS]), true, 'owner')).toMatchObject(refused);
    expect(approve(admin(), true, 'outside')).toMatchObject(refused);
  });
});

describe('A15 who can lead', () => {
  const project: ProjectFacts = { ownerIds: ['someone'], team: [], isRestricted: false, isCompleted: false };
  const assign = (owner: Parameters<typeof staff>[1] | null, team = staff([])) =>
    decide(by(staff([ASSIGN_ALL])), {
      action: 'project.assign',
      project,
      addsOwners: owner === null ? [] : [staff([], owner)],
      addsTeam: [team],
    });

  it('A15 allows active staff without an end date; on the team also with one', () => {
    expect(assign({}).allowed).toBe(true);
    expect(assign(null, staff([], { expiresAt: TOMORROW })).allowed).toBe(true);
  });

  it.each([
    [{ status: 'INVITED' } as const],
    [{ status: 'INACTIVE' } as const],
    [{ suspendedAt: NOW }],
    [{ expiresAt: TOMORROW }],
  ])('A15 refuses an owner with %o', (owner) => {
    expect(assign(owner)).toMatchObject({ reason: { gate: 'G7', rule: 'A15' } });
  });

  it('A15 refuses a customer and a deactivated account on the team', () => {
    const project = { ownerIds: ['someone'], team: [], isRestricted: false, isCompleted: false };
    const request = { action: 'project.assign', project, addsOwners: [] } as const;
    for (const one of [customer([PortalPermission.Comment]), staff([], { status: 'INACTIVE' })]) {
      expect(decide(by(admin()), { ...request, addsTeam: [one] })).toMatchObject({ reason: { rule: 'A15' } });
    }
  });

  it('A15 allows Manage Projects with any reach to create, and refuses an account with an end date', () => {
    const create = { action: 'project.create' } as const;
    expect(decide(by(staff([OWN_PROJECTS])), create).allowed).toBe(true);
    expect(decide(by(staff([ALL_PROJECTS], { expiresAt: TOMORROW })), create)).toMatchObject({
      reason: { gate: 'G7', rule: 'A15' },
    });
    expect(decide(by(staff([ASSIGN_ALL])), create)).toMatchObject({ reason: { gate: 'G5' } });
  });
});

describe('the path of a decision on a project', () => {
  it.each<[string, StaffAccount, Standing, unknown]>([
    ['a role first', staff([ALL_PROJECTS]), 'owner', { by: 'project-role', role: 'owner' }],
    [
      'then the permission',
      staff([ALL_PROJECTS]),
      'outside',
      { by: 'permission', permission: 'manage-projects', reach: 'ALL' },
    ],
    [
      'the furthest reaching',
      staff([OWN_PROJECTS, ASSIGN_ALL]),
      'outside',
      { by: 'permission', permission: 'assign-projects', reach: 'ALL' },
    ],
    ['a role also for Admins', admin(), 'tester', { by: 'project-role', role: 'tester' }],
    ['else the flag', admin(), 'outside', { by: 'admin', mustTellOwners: false }],
  ])('is the closest: %s', (_case, account, standing, path) => {
    expect(ask(account, 'read', projectWith(account, standing))).toEqual({ allowed: true, path });
  });
});
