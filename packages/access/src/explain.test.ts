import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import { explain } from './explain.ts';
import { heldGrants } from './grant-paths.ts';
import type { Principal } from './principal.ts';
import type { AccessRequest } from './request.ts';
import {
  ALL_PROJECTS,
  admin,
  by,
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

const NEXT_WEEK = new Date(NOW.getTime() + 7 * 86_400_000);
const outcomes = (principal: Principal, request: AccessRequest) =>
  explain(principal, request)
    .gates.map(({ outcome }) => ({ passed: '+', refused: '!', 'not-asked': '-' })[outcome])
    .join('');

describe('explain', () => {
  const request = { action: 'user.reactivate', target: staff([LIBRARY], { status: 'INACTIVE' }) } as const;

  it('names ten gates in order, with what each said', () => {
    const { gates } = explain(by(staff([USERS])), request);
    expect(gates.map(({ gate, label }) => `${gate} ${label}`)).toEqual([
      'G0 Account',
      'G1 Session',
      'G2 Address',
      'G3 Duties',
      'G4 Door',
      'G5 Grant',
      'G6 Object',
      'G7 Relation',
      'G8 Re-auth',
      'G9 Field',
    ]);
    expect(gates[5]).toMatchObject({ outcome: 'passed', sentence: 'The account holds Manage Users.' });
    expect(gates[7]).toMatchObject({
      outcome: 'refused',
      sentence: expect.stringContaining('Manage Vulnerability'),
    });
    expect(gates[9]).toEqual({ gate: 'G9', label: 'Field', outcome: 'not-asked', sentence: 'Not asked.' });
  });

  it('shows that G8 is asked after G9', () => {
    expect(outcomes(by(staff([USERS])), request)).toBe('+++++++!--');
    expect(outcomes(by(admin()), { ...request, target: staff([]) })).toBe('++++++++-!');
    expect(outcomes(by(admin(), { confirmedUntil: null }), { action: 'profile.changePassword' })).toBe(
      '++++++++!+',
    );
    expect(outcomes(by(admin()), request)).toBe('++++++++++');
  });

  it.each<[Principal, AccessRequest]>([
    [by(staff([USERS])), request],
    [by(staff([LIBRARY])), request],
    [by(admin()), request],
    [by(admin(), { isLive: false }), request],
    [by(staff([USERS])), { action: 'user.read', target: customer([]) }],
    [by(customer([])), { action: 'portal.home.read' }],
    [by(customer([])), { action: 'people.list' }],
  ])('agrees with decide() on the first refusal (%#)', (principal, asked) => {
    const decision = decide(principal, asked);
    const refused = explain(principal, asked).gates.filter(({ outcome }) => outcome === 'refused');
    expect(refused.map(({ gate }) => gate)).toEqual(decision.allowed ? [] : [decision.reason.gate]);
  });

  it('tells those who audit why something is hidden, which the decision itself never does', () => {
    const asked = { action: 'user.read', target: customer([]) } as const;
    const decision = decide(by(staff([USERS])), asked);
    expect(decision).toMatchObject({ hidden: true, reason: { rule: null } });
    expect(explain(by(staff([USERS])), asked).gates[6]?.sentence).toContain('customer');
  });
});

describe('the paths to what an action takes', () => {
  const account = staff([], {
    expiresAt: NEXT_WEEK,
    memberships: [
      membership([USERS, LIBRARY], { groupId: 'managers', groupName: 'Managers', expiresAt: TOMORROW }),
      membership([USERS], { groupId: 'office', groupName: 'Office' }),
      membership([USERS], { groupId: 'former', groupName: 'Former', groupExpiresAt: YESTERDAY }),
      membership([OWN_PROJECTS], { groupId: 'testers', groupName: 'Testers' }),
      membership([ALL_PROJECTS], { groupId: 'leads', groupName: 'Leads', groupExpiresAt: NEXT_WEEK }),
    ],
  });

  it('are the live memberships that give it, each with its first end', () => {
    expect(explain(by(account), { action: 'user.list' }).paths).toEqual([
      { groupId: 'managers', groupName: 'Managers', grant: USERS, endsAt: TOMORROW },
      { groupId: 'office', groupName: 'Office', grant: USERS, endsAt: NEXT_WEEK },
    ]);
  });

  it('are for a project those of the permissions that reach it', () => {
    const project = { ownerIds: [], team: [], isRestricted: false, isCompleted: false };
    const { paths } = explain(by(account), { action: 'project.read', project });
    expect(paths.map(({ groupName }) => groupName)).toEqual(['Testers', 'Leads']);
  });

  it('are none where no permission is needed, and none for an Admin without groups', () => {
    expect(explain(by(account), { action: 'people.list' }).paths).toEqual([]);
    expect(explain(by(admin()), { action: 'user.list' }).paths).toEqual([]);
  });

  it('are listed per permission at its furthest reach', () => {
    const held = heldGrants(account, NOW);
    expect(held.map(({ grant, paths }) => [grant, paths.map(({ groupName }) => groupName)])).toEqual([
      [ALL_PROJECTS, ['Testers', 'Leads']],
      [USERS, ['Managers', 'Office']],
      [LIBRARY, ['Managers']],
    ]);
    expect(heldGrants(admin(), NOW).map(({ paths }) => paths)).toEqual(Array.from({ length: 7 }, () => []));
  });
});
