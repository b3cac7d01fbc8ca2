import { Audience } from '@sallyport/contracts/common';
import { PortalPermission } from '@sallyport/contracts/portal';
import { describe, expect, it } from 'vitest';
import { decide, decideEntry } from '../decide.ts';
import type { Account, SessionFacts } from '../principal.ts';
import type { AccessRequest } from '../request.ts';
import {
  admin,
  by,
  customer,
  LIBRARY,
  membership,
  NOW,
  staff,
  TOMORROW,
  USERS,
  YESTERDAY,
} from '../test-principals.ts';

const LIST = { action: 'people.list' } as const;
const HOME = { action: 'portal.home.read' } as const;

function gateOf(account: Account, request: AccessRequest, session: Partial<SessionFacts> = {}): string {
  const decision = decide(by(account, session), request);
  return decision.allowed ? 'allowed' : decision.reason.gate;
}

/** Each of these refuses an Admin as it refuses anyone: G0 to G4 are not skipped. */
describe.each([
  ['staff', () => staff([USERS])],
  ['an Admin', () => admin()],
])('G0 to G4 for %s', (_who, make) => {
  it('G0 allows an active account, also one that ends later', () => {
    expect(gateOf(make(), LIST)).toBe('allowed');
    expect(gateOf({ ...make(), expiresAt: TOMORROW }, LIST)).toBe('allowed');
  });

  it.each([
    [{ status: 'INVITED' } as const],
    [{ status: 'INACTIVE' } as const],
    [{ status: 'ANONYMISED' } as const],
    [{ suspendedAt: YESTERDAY }],
    [{ expiresAt: YESTERDAY }],
    [{ expiresAt: NOW }],
    [{ expiresAt: new Date(Number.NaN) }],
    [{ isCompanyActive: false }],
  ])('G0 refuses an account with %o', (changes) => {
    expect(gateOf({ ...make(), ...changes }, LIST)).toBe('G0');
  });

  it('G1 refuses a session that has ended', () => {
    expect(gateOf(make(), LIST, { isLive: false })).toBe('G1');
  });

  it('G2 refuses a network that is not allowed', () => {
    expect(gateOf(make(), LIST, { isAddressAllowed: false })).toBe('G2');
  });

  it('G3 refuses while something is owed, and allows what fulfils it', () => {
    const change = { action: 'profile.changePassword' } as const;
    expect(gateOf(make(), LIST, { obligations: ['change-password'] })).toBe('G3');
    expect(gateOf(make(), change, { obligations: ['change-password'] })).toBe('allowed');
    expect(gateOf(make(), change, { obligations: ['enrol-second-factor', 'change-password'] })).toBe(
      'allowed',
    );
    expect(gateOf(make(), change, { obligations: ['enrol-second-factor'] })).toBe('G3');
    expect(gateOf(make(), { action: 'session.read' }, { obligations: ['enrol-second-factor'] })).toBe(
      'allowed',
    );
  });

  it('G4 refuses the portal', () => {
    expect(gateOf(make(), HOME)).toBe('G4');
  });

  it('G4 refuses a session that was given for the other door', () => {
    expect(gateOf(make(), LIST, { audience: Audience.Customer })).toBe('G4');
    expect(gateOf(make(), HOME, { audience: Audience.Customer })).toBe('G4');
  });
});

describe('G4 for customers', () => {
  const client = () => customer(Object.values(PortalPermission));

  it('G4 allows the portal', () => {
    expect(gateOf(client(), HOME)).toBe('allowed');
  });

  it('G4 refuses every staff action, whatever rows exist', () => {
    const forged = { ...client(), isAdmin: true, memberships: [membership([USERS])] } as unknown as Account;
    expect(gateOf(client(), LIST)).toBe('G4');
    expect(gateOf(forged, LIST)).toBe('G4');
    expect(gateOf(forged, LIST, { audience: Audience.Staff })).toBe('G4');
  });
});

describe('G5', () => {
  it('G5 allows what a live group gives, and refuses what none or an ended one gives', () => {
    const ended = staff([], { memberships: [membership([USERS], { expiresAt: YESTERDAY })] });
    expect(gateOf(staff([USERS]), { action: 'user.list' })).toBe('allowed');
    expect(gateOf(staff([LIBRARY]), { action: 'user.list' })).toBe('G5');
    expect(gateOf(ended, { action: 'user.list' })).toBe('G5');
  });

  it('G5 says what is missing', () => {
    expect(decide(by(staff([])), { action: 'group.list' })).toEqual({
      allowed: false,
      reason: {
        gate: 'G5',
        rule: null,
        message: 'This takes Manage Users or Manage Customers. Ask someone who may give it to you.',
        missing: [
          { permission: 'manage-users', reach: null },
          { permission: 'manage-customers', reach: null },
        ],
      },
    });
  });

  it('G5 allows an Admin without any group, and refuses others what is for Admins', () => {
    expect(gateOf(admin(), { action: 'audit.list' })).toBe('allowed');
    expect(gateOf(staff([USERS]), { action: 'audit.list' })).toBe('G5');
  });

  it('A14 allows staff without a permission the directory and their own, and refuses the rest', () => {
    const anyone = staff([]);
    for (const action of ['people.list', 'profile.read', 'profile.update', 'session.read'] as const) {
      expect(gateOf(anyone, { action })).toBe('allowed');
    }
    for (const action of ['user.list', 'group.list', 'audit.list', 'project.create'] as const) {
      expect(gateOf(anyone, { action })).toBe('G5');
    }
  });
});

describe('order', () => {
  it('G0 comes first, then each in turn: the first refusal wins', () => {
    const worst = { isLive: false, isAddressAllowed: false, obligations: ['change-password'] } as const;
    const account = customer([]);
    expect(gateOf({ ...account, status: 'INACTIVE' }, LIST, worst)).toBe('G0');
    expect(gateOf(account, LIST, worst)).toBe('G1');
    expect(gateOf(account, LIST, { ...worst, isLive: true })).toBe('G2');
    expect(gateOf(account, LIST, { obligations: worst.obligations })).toBe('G3');
    expect(gateOf(account, LIST)).toBe('G4');
  });

  it('refuses an action that no row knows', () => {
    for (const action of ['user.destroy', 'toString', '__proto__', '']) {
      let isAllowed = false;
      try {
        isAllowed = decide(by(admin()), { action } as unknown as AccessRequest).allowed;
      } catch {
        isAllowed = false;
      }
      expect(isAllowed).toBe(false);
    }
  });
});

describe('decideEntry', () => {
  it('answers as decide() does, up to G5, without an object', () => {
    expect(decideEntry(by(staff([USERS])), 'user.deactivate')).toEqual({ allowed: true });
    expect(decideEntry(by(staff([LIBRARY])), 'user.deactivate')).toMatchObject({ reason: { gate: 'G5' } });
    expect(decideEntry(by(staff([USERS]), { isLive: false }), 'user.deactivate')).toMatchObject({
      reason: { gate: 'G1' },
    });
  });

  it('never refuses what decide() allows', () => {
    const target = staff([]);
    for (const actor of [staff([]), staff([USERS]), admin()]) {
      const decision = decide(by(actor), { action: 'user.read', target });
      expect(decideEntry(by(actor), 'user.read').allowed).toBe(decision.allowed);
    }
  });
});
