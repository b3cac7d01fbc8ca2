import { Permission, type StaffGrant } from '@sallyport/contracts/staff';
import { describe, expect, it } from 'vitest';
import { decide } from '../decide.ts';
import type { Principal } from '../principal.ts';
import {
  admin,
  by,
  CUSTOMERS,
  customer,
  LIBRARY,
  OWN_PROJECTS,
  staff,
  standIn,
  USERS,
} from '../test-principals.ts';
import type { NetworkSubject } from './s9-networks.ts';

const COMPANIES: StaffGrant = { permission: Permission.ManageCompanies, reach: null };
const change = (actor: Principal, networks: NetworkSubject) =>
  decide(actor, { action: 'addressRules.update', networks });
const refused = (rule: string) => ({ allowed: false, reason: { gate: 'G7', rule } });

describe('S9 who says from where one may come', () => {
  it('S9 allows an Admin at both doors', () => {
    for (const level of ['STAFF', 'CUSTOMERS'] as const) {
      expect(change(by(admin()), { level }).allowed).toBe(true);
    }
  });

  it('A13 refuses everybody else there, whatever they hold', () => {
    const many = by(staff([USERS, CUSTOMERS, COMPANIES, LIBRARY]));
    expect(change(many, { level: 'STAFF' })).toMatchObject(refused('A13'));
    expect(decide(many, { action: 'addressRules.read', networks: { level: 'CUSTOMERS' } })).toMatchObject(
      refused('A13'),
    );
  });

  it('S9 allows Manage Companies for a company, refuses who lacks it', () => {
    expect(change(by(staff([COMPANIES])), { level: 'COMPANY' }).allowed).toBe(true);
    expect(change(by(staff([CUSTOMERS])), { level: 'COMPANY' })).toMatchObject(refused('S9'));
  });

  it('S9 allows for an account whoever strictly dominates it, refuses equals, Admins and one’s own', () => {
    const manager = staff([USERS, OWN_PROJECTS]);
    const about = (target: NetworkSubject & { level: 'ACCOUNT' }) => change(by(manager), target);
    expect(about({ level: 'ACCOUNT', target: staff([OWN_PROJECTS]) }).allowed).toBe(true);
    expect(about({ level: 'ACCOUNT', target: staff([USERS, OWN_PROJECTS]) })).toMatchObject(refused('A2'));
    expect(about({ level: 'ACCOUNT', target: admin() })).toMatchObject(refused('A2'));
    expect(about({ level: 'ACCOUNT', target: manager })).toMatchObject(refused('A2'));
    const target = staff([]);
    expect(change(by(standIn([USERS])), { level: 'ACCOUNT', target })).toMatchObject(refused('A2'));
  });

  it('A12 allows for a customer Manage Customers, refuses Manage Users', () => {
    const networks = { level: 'ACCOUNT', target: customer([]) } as const;
    expect(change(by(staff([CUSTOMERS])), networks).allowed).toBe(true);
    expect(change(by(staff([USERS])), networks)).toMatchObject(refused('A12'));
  });

  it('S9 allows one’s own token, and S8 asks who it is', () => {
    expect(change(by(staff([])), { level: 'TOKEN' }).allowed).toBe(true);
    const hasty = by(staff([]), { confirmedUntil: null });
    expect(change(hasty, { level: 'TOKEN' })).toMatchObject({ allowed: false, reason: { gate: 'G8' } });
  });
});

describe('S4 who forgets what was counted against an account', () => {
  const clear = (actor: Principal, target: ReturnType<typeof staff> | ReturnType<typeof customer>) =>
    decide(actor, { action: 'signIn.clear', target });

  it('S4 allows staff under dominance and customers with Manage Customers', () => {
    expect(clear(by(staff([USERS])), staff([USERS])).allowed).toBe(true);
    expect(clear(by(staff([CUSTOMERS])), customer([])).allowed).toBe(true);
  });

  it('S4 refuses over who holds more, for a time, and across audiences', () => {
    expect(clear(by(staff([USERS])), staff([LIBRARY]))).toMatchObject(refused('A2'));
    expect(clear(by(standIn([USERS])), staff([]))).toMatchObject(refused('A2'));
    expect(clear(by(staff([USERS])), customer([]))).toMatchObject(refused('A12'));
    expect(clear(by(staff([CUSTOMERS])), staff([]))).toMatchObject(refused('A2'));
  });
});
