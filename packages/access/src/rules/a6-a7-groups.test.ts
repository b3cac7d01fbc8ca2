import { Audience } from '@sallyport/contracts/common';
import { describe, expect, it } from 'vitest';
import { decide } from '../decide.ts';
import { staffSet } from '../sets/staff-set.ts';
import { admin, by, groupChange, NOW, OWN_PROJECTS, staff, TOMORROW, USERS } from '../test-principals.ts';

const testers = staffSet.fromGrants([OWN_PROJECTS]);

describe('A6 built-in groups', () => {
  const remove = { action: 'group.delete', audience: Audience.Staff, groupId: 'g', set: testers } as const;

  it('A6 allows other groups to be deleted', () => {
    expect(decide(by(staff([USERS, OWN_PROJECTS])), { ...remove, isBuiltIn: false }).allowed).toBe(true);
  });

  it('A6 refuses to delete a built-in group, also to an Admin', () => {
    expect(decide(by(admin()), { ...remove, isBuiltIn: true })).toMatchObject({
      reason: { gate: 'G7', rule: 'A6' },
    });
  });

  it('A6 allows a built-in group to be edited under A1', () => {
    const change = groupChange({ before: testers, isBuiltIn: true, changesDetails: true });
    expect(decide(by(staff([USERS, OWN_PROJECTS])), change).allowed).toBe(true);
    expect(decide(by(staff([USERS])), change).allowed).toBe(false);
  });
});

describe('A7 groups for accounts with an end date', () => {
  const contractors = {
    audience: Audience.Staff,
    set: testers,
    isAssignable: false,
    requiresAccountExpiry: true,
  } as const;
  const invite = (expiresAt: Date | null, requiresAccountExpiry = true) =>
    decide(by(admin()), {
      action: 'user.invite',
      groups: [{ ...contractors, requiresAccountExpiry }],
      expiresAt,
    });

  it('A7 allows an invitation with an end date, and without one where none is required', () => {
    expect(invite(TOMORROW).allowed).toBe(true);
    expect(invite(null, false).allowed).toBe(true);
  });

  it('A7 refuses an invitation without an end date, also to an Admin', () => {
    expect(invite(null)).toMatchObject({ reason: { gate: 'G7', rule: 'A7' } });
  });

  it('A7 refuses an invitation that has ended before it began', () => {
    expect(invite(NOW)).toMatchObject({ reason: { rule: 'A7' } });
  });

  it('A7 allows members with an end date, and refuses members without', () => {
    const add = (expiresAt: Date | null) =>
      decide(by(admin()), groupChange({ requiresAccountExpiry: true, adds: [staff([], { expiresAt })] }));
    expect(add(TOMORROW).allowed).toBe(true);
    expect(add(null)).toMatchObject({ reason: { rule: 'A7' } });
  });
});
