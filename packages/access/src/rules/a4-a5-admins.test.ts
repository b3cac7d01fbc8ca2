import { PortalPermission } from '@sallyport/contracts/portal';
import { describe, expect, it } from 'vitest';
import { decide } from '../decide.ts';
import { decideAll } from '../decide-all.ts';
import type { Account } from '../principal.ts';
import { staffSet } from '../sets/staff-set.ts';
import { admin, by, customer, staff, TOMORROW, USERS } from '../test-principals.ts';

const setAdmin = (target: Account, value: boolean, isLastUsableAdmin = false) =>
  ({ action: 'user.setAdmin', target, value, isLastUsableAdmin }) as const;
const deactivate = (target: Account, isLastUsableAdmin: boolean) =>
  ({ action: 'user.deactivate', target, isLastUsableAdmin }) as const;

describe('A4 the Admin flag', () => {
  it('A4 allows an Admin who has confirmed identity', () => {
    expect(decide(by(admin()), setAdmin(staff([]), true))).toEqual({
      allowed: true,
      path: { by: 'admin', mustTellOwners: false },
    });
    expect(decide(by(admin()), setAdmin(admin(), false)).allowed).toBe(true);
  });

  it('A4 refuses everyone else, whatever they hold', () => {
    const everything = staff(staffSet.toGrants(staffSet.everything));
    expect(decide(by(everything), setAdmin(staff([]), true))).toMatchObject({
      allowed: false,
      reason: { gate: 'G5' },
    });
    expect(decide(by(everything), setAdmin(admin(), false)).allowed).toBe(false);
  });

  it('A4 refuses an Admin who has not confirmed identity', () => {
    expect(decide(by(admin(), { confirmedUntil: null }), setAdmin(staff([]), true))).toMatchObject({
      reason: { gate: 'G8', rule: 'S8' },
    });
  });

  it('A4 refuses the flag for who is only invited, or deactivated: nobody is invited as an Admin', () => {
    for (const status of ['INVITED', 'INACTIVE', 'ANONYMISED'] as const) {
      expect(decide(by(admin()), setAdmin(staff([], { status }), true))).toMatchObject({
        reason: { rule: 'A4' },
      });
    }
  });

  it('A4 allows the flag to be cleared in every status', () => {
    for (const status of ['INVITED', 'INACTIVE', 'ANONYMISED'] as const) {
      expect(decide(by(admin()), setAdmin(admin({ status }), false)).allowed).toBe(true);
    }
  });

  it('A4 refuses a customer: for these actions there is none', () => {
    const target = customer([PortalPermission.ManageColleagues]);
    expect(decide(by(admin()), setAdmin(target, true))).toMatchObject({ hidden: true });
  });
});

describe('A5 the last usable Admin', () => {
  it('A5 allows one of several to be deactivated or demoted', () => {
    expect(decide(by(admin()), deactivate(admin(), false)).allowed).toBe(true);
    expect(decide(by(admin()), setAdmin(admin(), false, false)).allowed).toBe(true);
  });

  it('A5 refuses the last one to be deactivated or demoted, also by an Admin', () => {
    expect(decide(by(admin()), deactivate(admin(), true))).toMatchObject({
      reason: { gate: 'G7', rule: 'A5' },
    });
    expect(decide(by(admin()), setAdmin(admin(), false, true))).toMatchObject({ reason: { rule: 'A5' } });
  });

  it('A5 refuses in bulk what each alone would allow but all together leave none', () => {
    const both = [deactivate(admin(), false), deactivate(admin(), false)];
    expect(decideAll(by(admin()), both, { leavesUsableAdmin: true }).allowed).toBe(true);
    expect(decideAll(by(admin()), both, { leavesUsableAdmin: false })).toMatchObject({
      allowed: false,
      at: null,
      reason: { gate: 'G7', rule: 'A5' },
    });
  });

  it('A5 allows the flag for an account without end, and refuses one with an end', () => {
    expect(decide(by(admin()), setAdmin(staff([]), true)).allowed).toBe(true);
    expect(decide(by(admin()), setAdmin(staff([], { expiresAt: TOMORROW }), true))).toMatchObject({
      reason: { rule: 'A5' },
    });
  });

  it('A5 refuses an Admin an end date, and allows it for others and to be removed', () => {
    const update = { action: 'user.update', target: admin(), expiresAt: TOMORROW } as const;
    expect(decide(by(admin()), update)).toMatchObject({ reason: { rule: 'A5' } });
    expect(decide(by(admin()), { ...update, expiresAt: null }).allowed).toBe(true);
    expect(decide(by(admin()), { ...update, target: staff([USERS]) }).allowed).toBe(true);
  });
});
