import { AccountId } from '@sallyport/contracts/common';
import { describe, expect, it } from 'vitest';
import type { ProjectMember } from './projects.queries.ts';
import {
  changeCount,
  hasLead,
  linesOf,
  membersOf,
  NO_CHANGES,
  rebased,
  type TeamDraft,
  toggled,
  withRole,
} from './team-draft.ts';

const person = (digit: string) => ({
  id: AccountId.parse(`0000000${digit}-0000-4000-8000-000000000000`),
  displayName: `Person ${digit}`,
  title: '',
  photo: null,
});
const at = '2026-03-01T09:00:00Z';
const members: ProjectMember[] = [
  { person: person('1'), role: 'TESTER', addedAt: at },
  { person: person('2'), role: 'OWNER', addedAt: at },
];
const draft = (patch: Partial<TeamDraft>): TeamDraft => ({ ...NO_CHANGES, ...patch });

describe('a team being changed', () => {
  it('shows leads first and counts nothing while nothing is changed', () => {
    const lines = linesOf(members, NO_CHANGES);
    expect(lines.map((line) => line.person.displayName)).toEqual(['Person 2', 'Person 1']);
    expect(changeCount(lines)).toBe(0);
  });

  it('keeps who leaves in sight and counts each person once', () => {
    const lines = linesOf(
      members,
      draft({
        removed: [person('2').id],
        roles: { [person('2').id]: 'OBSERVER', [person('1').id]: 'OWNER' },
        added: [{ person: person('3'), role: 'REVIEWER' }],
      }),
    );
    expect(changeCount(lines)).toBe(3);
    expect(membersOf(lines).map(({ person: { displayName }, role }) => [displayName, role])).toEqual([
      ['Person 3', 'REVIEWER'],
      ['Person 1', 'OWNER'],
    ]);
  });

  it('knows when nobody would lead', () => {
    expect(hasLead(linesOf(members, draft({ removed: [person('2').id] })))).toBe(false);
    expect(hasLead(linesOf(members, draft({ roles: { [person('2').id]: 'TESTER' } })))).toBe(false);
    expect(hasLead(linesOf(members, NO_CHANGES))).toBe(true);
  });

  it('undoes each step by the same button', () => {
    const [lead] = linesOf(members, NO_CHANGES);
    if (!lead) throw new Error('no line');
    const without = toggled(NO_CHANGES, lead);
    const [gone] = linesOf(members, without);
    if (!gone) throw new Error('no line');
    expect(gone.mark).toBe('removed');
    expect(toggled(without, gone)).toEqual(NO_CHANGES);
  });

  it('changes the role of somebody who is only being added where they are added', () => {
    const adding = draft({ added: [{ person: person('3'), role: 'TESTER' }] });
    expect(withRole(adding, person('3').id, 'OBSERVER')).toEqual(
      draft({ added: [{ person: person('3'), role: 'OBSERVER' }] }),
    );
  });

  it('drops what meanwhile became so', () => {
    const kept = draft({
      roles: { [person('1').id]: 'TESTER', [person('9').id]: 'OWNER' },
      removed: [person('2').id, person('8').id],
      added: [
        { person: person('1'), role: 'OBSERVER' },
        { person: person('3'), role: 'TESTER' },
      ],
    });
    expect(rebased(kept, members)).toEqual(
      draft({ removed: [person('2').id], added: [{ person: person('3'), role: 'TESTER' }] }),
    );
  });
});
