import { AccountStatus } from '@sallyport/contracts/common';
import { PortalPermission } from '@sallyport/contracts/portal';
import { describe, expect, it } from 'vitest';
import { decide } from '../decide.ts';
import type { Account, CustomerAccount } from '../principal.ts';
import type { AccessRequest } from '../request.ts';
import {
  ALL_PROJECTS,
  admin,
  by,
  CUSTOMERS,
  customer,
  LIBRARY,
  OWN_PROJECTS,
  staff,
  standIn,
  TOMORROW,
  USERS,
  YESTERDAY,
} from '../test-principals.ts';

const manager = () => staff([ALL_PROJECTS, USERS]);
const tester = () => staff([OWN_PROJECTS]);
const ruleOf = (actor: Account, request: AccessRequest, session: { confirmedUntil?: null } = {}) => {
  const decision = decide(by(actor, session), request);
  return decision.allowed ? 'allowed' : `${decision.reason.gate} ${decision.reason.rule}`;
};

const setExpiry = (target: Account, more: object = {}): AccessRequest<'user.setExpiry'> => ({
  action: 'user.setExpiry',
  target,
  expiresAt: TOMORROW,
  needsEnd: false,
  leadsOpenProjects: false,
  ...more,
});

describe('A17 suspending', () => {
  it('A17 allows whoever holds Manage Users now, over anybody but an Admin: stronger people too', () => {
    for (const actor of [manager(), admin(), standIn([USERS]), staff([USERS])]) {
      expect(ruleOf(actor, { action: 'user.suspend', target: staff([LIBRARY, USERS]) })).toBe('allowed');
    }
  });

  it('A17 refuses over an Admin, by an Admin too, over oneself, and without the right', () => {
    expect(ruleOf(manager(), { action: 'user.suspend', target: admin() })).toBe('G7 A17');
    expect(ruleOf(admin(), { action: 'user.suspend', target: admin() })).toBe('G7 A17');
    const self = manager();
    expect(ruleOf(self, { action: 'user.suspend', target: self })).toBe('G7 A3');
    expect(ruleOf(tester(), { action: 'user.suspend', target: staff([]) })).toBe('G5 null');
  });

  it('A17 allows lifting it under A2, and refuses who holds no more, or the right only for a time', () => {
    const lift = (target: Account) => ({ action: 'user.liftSuspension', target }) as const;
    const suspendedAt = YESTERDAY;
    expect(ruleOf(manager(), lift(staff([OWN_PROJECTS], { suspendedAt })))).toBe('allowed');
    expect(ruleOf(manager(), lift(staff([LIBRARY], { suspendedAt })))).toBe('G7 A2');
    expect(ruleOf(standIn([USERS]), lift(staff([], { suspendedAt })))).toBe('G7 A2');
    expect(ruleOf(manager(), lift(staff([])))).toBe('G9 U1');
  });

  it('A17 allows the same for customers with Manage Customers, and refuses Manage Users to see them (A12)', () => {
    const target = customer([]);
    expect(ruleOf(standIn([CUSTOMERS]), { action: 'customer.suspend', target })).toBe('allowed');
    expect(ruleOf(staff([USERS]), { action: 'customer.suspend', target })).toBe('G5 null');
    expect(ruleOf(manager(), { action: 'user.suspend', target })).toBe('G6 null');
  });
});

describe('the end of an account', () => {
  it('A7 allows an end that lies ahead, and none', () => {
    expect(ruleOf(manager(), setExpiry(tester()))).toBe('allowed');
    expect(ruleOf(manager(), setExpiry(tester(), { expiresAt: null }))).toBe('allowed');
  });

  it('A7 refuses an end that has passed, and none where a group requires one', () => {
    expect(ruleOf(manager(), setExpiry(tester(), { expiresAt: YESTERDAY }))).toBe('G7 A7');
    expect(ruleOf(manager(), setExpiry(tester(), { expiresAt: null, needsEnd: true }))).toBe('G7 A7');
  });

  it('A3 refuses the end of the own account, A5 that of an Admin, A15 that of who leads an open project', () => {
    const self = manager();
    expect(ruleOf(self, setExpiry(self))).toBe('G7 A3');
    expect(ruleOf(admin(), setExpiry(admin()))).toBe('G7 A5');
    expect(ruleOf(manager(), setExpiry(tester(), { leadsOpenProjects: true }))).toBe('G7 A15');
  });

  it('A2 refuses the end of somebody who holds more', () => {
    expect(ruleOf(manager(), setExpiry(staff([LIBRARY])))).toBe('G7 A2');
  });
});

describe('A2 credentials and factors of others', () => {
  const half = { didOtherHalfLately: false };
  const strict = [
    (target: Account) => ({ action: 'user.sendReset', target, ...half }) as const,
    (target: Account) => ({ action: 'user.changeEmail', target, ...half }) as const,
    (target: Account) => ({ action: 'user.requirePasswordChange', target }) as const,
    (target: Account) => ({ action: 'user.setSwitches', target, changesCredentials: true }) as const,
  ];

  it('A2 allows over who holds strictly less', () => {
    for (const ask of strict) expect(ruleOf(manager(), ask(tester()))).toBe('allowed');
  });

  it('A2 refuses over an equal, over an Admin, over oneself', () => {
    const self = manager();
    for (const ask of strict) {
      expect(ruleOf(manager(), ask(manager()))).toBe('G7 A2');
      expect(ruleOf(manager(), ask(admin()))).toBe('G7 A2');
      expect(ruleOf(self, ask(self))).toMatch(/G7 A[23]/);
    }
  });

  it('S8 refuses a link, an address and a forced change without confirmation; a switch needs none', () => {
    const [link, email, change, passkeyOnly] = strict;
    for (const ask of [link, email, change]) {
      expect(ask && ruleOf(manager(), ask(tester()), { confirmedUntil: null })).toBe('G8 S8');
    }
    expect(passkeyOnly && ruleOf(manager(), passkeyOnly(tester()), { confirmedUntil: null })).toBe('allowed');
  });

  it('A2 allows switches over an equal, where signing in stays as it is', () => {
    const request = { action: 'user.setSwitches', target: manager(), changesCredentials: false } as const;
    expect(ruleOf(manager(), request)).toBe('allowed');
    expect(ruleOf(manager(), { ...request, target: staff([LIBRARY]) })).toBe('G7 A2');
  });

  it('A2 allows a reset of factors of staff to a confirmed Admin alone', () => {
    const reset = (target: Account, isLastUsableAdmin = false) =>
      ({ action: 'user.resetFactors', target, isLastUsableAdmin, ...half }) as const;
    expect(ruleOf(admin(), reset(tester()))).toBe('allowed');
    expect(ruleOf(manager(), reset(tester()))).toBe('G5 null');
    expect(ruleOf(admin(), reset(tester()), { confirmedUntil: null })).toBe('G8 S8');
    expect(ruleOf(admin(), reset(admin(), true))).toBe('G7 A5');
    const self = admin();
    expect(ruleOf(self, reset(self))).toBe('G7 A2');
  });

  it('A2 allows one half within a day, and both to Admins', () => {
    const link = (didOtherHalfLately: boolean) =>
      ({ action: 'customer.sendReset', target: customer([]), didOtherHalfLately }) as const;
    expect(ruleOf(staff([CUSTOMERS]), link(false))).toBe('allowed');
    expect(ruleOf(admin(), link(true))).toBe('allowed');
  });

  it('A2 refuses the other half within a day', () => {
    for (const action of ['customer.sendReset', 'customer.resetFactors', 'customer.changeEmail'] as const) {
      const request = { action, target: customer([]), didOtherHalfLately: true } as const;
      expect(ruleOf(staff([CUSTOMERS]), request)).toBe('G7 A2');
    }
    const target = tester();
    expect(ruleOf(manager(), { action: 'user.sendReset', target, didOtherHalfLately: true })).toBe('G7 A2');
  });
});

describe('U8 people of an archived company', () => {
  const links = (changes: Partial<CustomerAccount>): AccessRequest[] => [
    { action: 'customer.renewInvitation', target: { ...customer([]), status: 'INVITED', ...changes } },
    { action: 'customer.sendReset', target: { ...customer([]), ...changes }, didOtherHalfLately: false },
    { action: 'customer.changeEmail', target: { ...customer([]), ...changes }, didOtherHalfLately: false },
  ];

  it('U8 allows links to people of a company in use', () => {
    for (const request of links({})) expect(ruleOf(staff([CUSTOMERS]), request)).toBe('allowed');
  });

  it('U8 refuses links to people of one that is archived, also to Admins; allows to see them off', () => {
    for (const request of links({ isCompanyActive: false })) {
      expect(ruleOf(staff([CUSTOMERS]), request)).toBe('G9 U8');
      expect(ruleOf(admin(), request)).toBe('G9 U8');
    }
    const target = { ...customer([]), isCompanyActive: false };
    expect(ruleOf(staff([CUSTOMERS]), { action: 'customer.deactivate', target })).toBe('allowed');
  });
});

describe('leaving', () => {
  const gone = (action: 'user.delete' | 'user.anonymise' | 'user.offboard', target: Account, last = false) =>
    ({ action, target, isLastUsableAdmin: last }) as const;

  it('U4 allows deleting who is dominated, once confirmed', () => {
    const target = staff([], { status: 'INVITED' });
    expect(ruleOf(manager(), gone('user.delete', target))).toBe('allowed');
    expect(ruleOf(manager(), gone('user.delete', target), { confirmedUntil: null })).toBe('G8 S8');
  });

  it('U4 refuses oneself, the stronger and the last Admin', () => {
    const self = manager();
    for (const action of ['user.delete', 'user.anonymise', 'user.offboard'] as const) {
      expect(ruleOf(self, gone(action, self))).toBe('G7 A3');
      expect(ruleOf(manager(), gone(action, staff([LIBRARY])))).toBe('G7 A2');
      expect(ruleOf(admin(), gone(action, admin(), true))).toBe('G7 A5');
      expect(ruleOf(standIn([USERS]), gone(action, staff([])))).toBe('G7 A2');
    }
  });

  it('S8 refuses to offboard somebody who manages people without confirmation, and allows it for others', () => {
    const unconfirmed = { confirmedUntil: null };
    expect(ruleOf(manager(), gone('user.offboard', staff([USERS])), unconfirmed)).toBe('G8 S8');
    expect(ruleOf(manager(), gone('user.offboard', tester()), unconfirmed)).toBe('allowed');
  });

  it.each([
    ['user.delete', ['INVITED', 'INACTIVE']],
    ['user.anonymise', ['INACTIVE']],
    ['user.offboard', ['INVITED', 'ACTIVE', 'INACTIVE']],
  ] as const)('U1 %s allows and refuses by status', (action, open: readonly AccountStatus[]) => {
    for (const status of AccountStatus.options) {
      const expected = open.includes(status) ? 'allowed' : 'G9 U1';
      expect(ruleOf(admin(), gone(action, staff([], { status })))).toBe(expected);
    }
  });
});

describe('A12 managing customers', () => {
  const asks = (target: CustomerAccount): AccessRequest[] => [
    { action: 'customer.update', target },
    { action: 'customer.deactivate', target },
    { action: 'customer.setExpiry', target, expiresAt: TOMORROW, needsEnd: false },
    { action: 'customer.setSwitches', target },
    { action: 'customer.requirePasswordChange', target },
    { action: 'customer.sendReset', target, didOtherHalfLately: false },
    { action: 'customer.resetFactors', target, didOtherHalfLately: false },
    { action: 'customer.endSessions', target },
    { action: 'customer.move', target },
  ];

  it('A12 allows Manage Customers the whole of it, whatever the customer holds', () => {
    const target = customer(Object.values(PortalPermission));
    for (const request of asks(target)) expect(ruleOf(staff([CUSTOMERS]), request)).toBe('allowed');
  });

  it('A12 refuses Manage Users, and Manage Customers held for a time', () => {
    for (const request of asks(customer([]))) {
      expect(ruleOf(staff([USERS]), request)).toBe('G5 null');
      expect(ruleOf(standIn([CUSTOMERS]), request)).toBe('G7 A12');
    }
  });

  it('U7 refuses another company without confirmation', () => {
    const request = { action: 'customer.move', target: customer([]) } as const;
    expect(ruleOf(staff([CUSTOMERS]), request, { confirmedUntil: null })).toBe('G8 S8');
  });
});

describe('A8 switches', () => {
  const shown = { companyId: 'bank', isProjectShown: true, isProjectRestricted: false, isOut: true };
  const project = { ownerIds: [], team: [], isRestricted: false, isCompleted: false };
  const onReport = { action: 'portal.report.download', shown } as const;
  const onProject = { action: 'project.download', project } as const;
  const reader = customer([PortalPermission.DownloadReports]);

  it('A8 allows saving reports and files where nothing is switched off, at both doors', () => {
    expect(decide(by(reader), onReport).allowed).toBe(true);
    expect(decide(by(manager()), onProject).allowed).toBe(true);
  });

  it('A8 refuses them where the account is limited to the screen, and leaves reading alone', () => {
    const limited = { mayDownload: false };
    const refused = { reason: { gate: 'G7', rule: 'A8' } };
    expect(decide(by(reader, limited), onReport)).toMatchObject(refused);
    expect(decide(by(manager(), limited), onProject)).toMatchObject(refused);
    expect(decide(by(manager(), limited), { action: 'project.read', project }).allowed).toBe(true);
  });
});
