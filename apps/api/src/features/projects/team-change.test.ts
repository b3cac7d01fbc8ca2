import { expect, test } from 'vitest';
import { teamChange, teamIds } from './team-change.ts';

test.each([
  ['somebody new leads', { b: 'OWNER' }, { addsOwners: ['b'], addsTeam: [] }],
  ['somebody new tests', { b: 'TESTER' }, { addsOwners: [], addsTeam: ['b'] }],
  ['who stays is not added', { a: 'OWNER', t: 'TESTER' }, { addsOwners: [], addsTeam: [] }],
  ['a tester becomes a reviewer', { t: 'REVIEWER' }, { addsOwners: [], addsTeam: [] }],
  ['a tester comes to lead', { t: 'OWNER' }, { addsOwners: ['t'], addsTeam: [] }],
  ['a lead steps back', { a: 'TESTER' }, { addsOwners: [], addsTeam: [] }],
] as const)('%s', (_what, after, change) => {
  const before = [
    { accountId: 'a', role: 'OWNER' },
    { accountId: 't', role: 'TESTER' },
  ] as const;
  const members = Object.entries(after).map(([accountId, role]) => ({ accountId, role }));
  expect(teamChange(before, members)).toEqual(change);
});

test('a team is kept as ids per role', () => {
  expect(
    teamIds([
      { accountId: 'a', role: 'OWNER' },
      { accountId: 'b', role: 'OWNER' },
      { accountId: 'c', role: 'OBSERVER' },
    ]),
  ).toEqual({ owner: ['a', 'b'], observer: ['c'] });
});
