import { Permission, Reach, type StaffGrant } from '@sallyport/contracts/staff';
import { describe, expect, it } from 'vitest';
import { decide } from '../decide.ts';
import type { TokenWish } from '../request.ts';
import { staffSet } from '../sets/staff-set.ts';
import { admin, by, membership, staff, TOMORROW } from '../test-principals.ts';

const OWN: StaffGrant = { permission: Permission.ManageProjects, reach: Reach.Assigned };
const ALL: StaffGrant = { permission: Permission.ManageProjects, reach: Reach.All };
const wish = (scopes: readonly StaffGrant[], more: Partial<TokenWish> = {}) =>
  ({
    action: 'token.create',
    scopes: staffSet.fromGrants(scopes),
    days: 90,
    daysAtMost: 365,
    mayUseTokens: true,
    ...more,
  }) as const;

describe('T1 creating a token for oneself', () => {
  it('T1 allows what one holds without an end date, or less', () => {
    expect(decide(by(staff([ALL])), wish([OWN])).allowed).toBe(true);
    expect(decide(by(staff([ALL])), wish([ALL])).allowed).toBe(true);
    expect(decide(by(admin()), wish([ALL])).allowed).toBe(true);
  });

  it('T1 refuses a wider reach, what one does not hold, and what ends, and says what', () => {
    const refused = { allowed: false, reason: { gate: 'G7', rule: 'T1', missing: [ALL] } };
    expect(decide(by(staff([OWN])), wish([ALL]))).toMatchObject(refused);
    const ending = staff([], { memberships: [membership([ALL], { expiresAt: TOMORROW })] });
    expect(decide(by(ending), wish([ALL]))).toMatchObject(refused);
    expect(decide(by(staff([ALL], { expiresAt: TOMORROW })), wish([ALL]))).toMatchObject(refused);
  });

  it('T1 allows up to the longest time', () => {
    expect(decide(by(admin()), wish([OWN], { days: 30, daysAtMost: 30 })).allowed).toBe(true);
    expect(decide(by(admin()), wish([OWN], { days: 365 })).allowed).toBe(true);
  });

  it('T1 refuses beyond the longest time, beyond a year and none at all', () => {
    for (const more of [{ days: 31, daysAtMost: 30 }, { days: 366, daysAtMost: 1000 }, { days: 0 }]) {
      expect(decide(by(admin()), wish([OWN], more))).toMatchObject({ reason: { rule: 'T1' } });
    }
  });

  it('A8 allows where tokens are switched on, and refuses an Admin too where they are off', () => {
    expect(decide(by(admin()), wish([OWN], { mayUseTokens: true })).allowed).toBe(true);
    expect(decide(by(admin()), wish([OWN], { mayUseTokens: false }))).toMatchObject({
      reason: { gate: 'G7', rule: 'A8' },
    });
  });

  it('S8 allows after a confirmation, and asks for one, last of all, without', () => {
    expect(decide(by(staff([OWN])), wish([OWN])).allowed).toBe(true);
    expect(decide(by(staff([OWN]), { confirmedUntil: null }), wish([OWN]))).toMatchObject({
      reason: { gate: 'G8' },
    });
    expect(decide(by(staff([]), { confirmedUntil: null }), wish([OWN]))).toMatchObject({
      reason: { gate: 'G7' },
    });
  });
});
