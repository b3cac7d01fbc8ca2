import {
  createTestDatabase,
  makeCompany,
  makeCustomer,
  makeSession,
  makeStaff,
  type TestAccount,
  type TestDatabase,
} from '@sallyport/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { asDoor, auditOf } from '../test-support/doors.ts';
import { endSession, readCustomerSession, readStaffSession, touchSession } from './session.ts';

let db: TestDatabase;
const START = new Date('2031-05-04T10:00:00.000Z');

beforeAll(async () => {
  db = await createTestDatabase();
});
afterEach(() => db.setNow(null));
afterAll(() => db[Symbol.asyncDispose]());

const at = (seconds: number) => db.setNow(new Date(START.getTime() + seconds * 1000));

function read(account: TestAccount, secret: string) {
  return account.audience === 'STAFF'
    ? asDoor(db, 'STAFF', null, (tx) => readStaffSession(tx, secret))
    : asDoor(db, 'CUSTOMER', secret, (tx) => readCustomerSession(tx));
}

const isLive = async (account: TestAccount, secret: string) => (await read(account, secret)) !== null;
const touch = (account: TestAccount, secret: string) =>
  asDoor(db, account.audience, secret, (tx) => touchSession(tx, account.audience));

describe('S6 idle and absolute limits, one second before and after', () => {
  for (const [audience, idle] of [
    ['STAFF', 3600],
    ['CUSTOMER', 1800],
  ] as const) {
    const make = () => (audience === 'STAFF' ? makeStaff(db) : makeCustomer(db));

    test(`${audience} idle for ${idle / 60} minutes`, async () => {
      await at(0);
      const account = await make();
      const { secret } = await makeSession(db, account);
      await at(idle - 1);
      expect(await isLive(account, secret)).toBe(true);
      await at(idle);
      expect(await isLive(account, secret)).toBe(false);
      await at(idle + 1);
      expect(await isLive(account, secret)).toBe(false);
    });

    test(`${audience} used all the time, for twelve hours`, async () => {
      await at(0);
      const account = await make();
      const { secret } = await makeSession(db, account);
      for (let seconds = idle - 1; seconds < 43_200; seconds += idle - 1) {
        await at(seconds);
        expect(await touch(account, secret)).toBe(true);
      }
      await at(43_199);
      expect(await isLive(account, secret)).toBe(true);
      await at(43_200);
      expect(await isLive(account, secret)).toBe(false);
    });
  }
});

describe('S6 use', () => {
  test('is written at most once a minute', async () => {
    await at(0);
    const account = await makeStaff(db);
    const { secret } = await makeSession(db, account);
    await at(60);
    expect(await touch(account, secret)).toBe(false);
    await at(61);
    expect(await touch(account, secret)).toBe(true);
    expect(await touch(account, secret)).toBe(false);
  });

  test('reading extends nothing', async () => {
    await at(0);
    const account = await makeStaff(db);
    const { secret } = await makeSession(db, account);
    await at(3000);
    expect((await read(account, secret))?.session.idleEndsAt).toEqual(new Date(START.getTime() + 3_600_000));
  });

  test('S8 keeps a confirmation alive to 30 minutes in all, and revives none that has ended', async () => {
    await at(0);
    const account = await makeStaff(db);
    const { secret } = await makeSession(db, account, { isConfirmed: true });
    const until = async () =>
      ((await read(account, secret))?.session.confirmedUntil?.getTime() ?? 0) - START.getTime();
    expect(await until()).toBe(600_000);
    for (const [seconds, expected] of [
      [500, 1_100],
      [1_000, 1_600],
      [1_500, 1_800],
      [1_700, 1_800],
      [1_900, 1_800],
    ] as const) {
      await at(seconds);
      await touch(account, secret);
      expect([seconds, await until()]).toEqual([seconds, expected * 1000]);
    }
  });

  test('ending ends it once, with a line in the log', async () => {
    const account = await makeCustomer(db);
    const { id, secret } = await makeSession(db, account);
    const end = () =>
      asDoor(db, 'CUSTOMER', secret, (tx) =>
        endSession(tx, 'CUSTOMER', { reason: 'SIGNED_OUT', requestId: 'r' }),
      );
    expect([await end(), await end()]).toEqual([true, false]);
    expect(await isLive(account, secret)).toBe(false);
    expect(await auditOf(db, account.id)).toEqual([
      { door: 'PORTAL', action: 'session.signed-out', outcome: 'ALLOWED', actor: account.id, session: id },
    ]);
  });
});

describe('G0, G1, S7 what ends a session at the next request', () => {
  const changes: Record<string, string> = {
    'a new auth epoch': 'UPDATE account SET auth_epoch = auth_epoch + 1 WHERE id = $1',
    deactivation: `UPDATE account SET status = 'INACTIVE' WHERE id = $1`,
    suspension: 'UPDATE account SET suspended_at = app.now() WHERE id = $1',
    'an expiry that has come': 'UPDATE account SET expires_at = app.now() WHERE id = $1',
    'the archiving of the company':
      'UPDATE company SET archived_at = app.now() WHERE id = (SELECT company_id FROM account WHERE id = $1)',
    'its own end': `UPDATE session SET ended_at = app.now(), end_reason = 'ENDED_BY_OTHER' WHERE account_id = $1`,
  };
  for (const [name, sql] of Object.entries(changes)) {
    test(name, async () => {
      const account = await makeCustomer(db);
      const { secret } = await makeSession(db, account);
      expect(await isLive(account, secret)).toBe(true);
      await db.owner.query(sql, [account.id]);
      expect(await isLive(account, secret)).toBe(false);
    });
  }

  test('an expiry that is still to come ends nothing', async () => {
    const account = await makeStaff(db, { expiresAt: new Date(Date.now() + 60_000) });
    expect(await isLive(account, (await makeSession(db, account)).secret)).toBe(true);
  });

  test('G4 a secret counts at its own door alone', async () => {
    const staff = await makeStaff(db);
    const customer = await makeCustomer(db);
    const [ofStaff, ofCustomer] = [await makeSession(db, staff), await makeSession(db, customer)];
    expect(await read(staff, ofCustomer.secret)).toBeNull();
    expect(await read(customer, ofStaff.secret)).toBeNull();
  });
});

describe('one statement tells everything about who asks', () => {
  test('a customer with groups, expired ones included', async () => {
    const company = await makeCompany(db, { name: 'Cedar' });
    const expired = new Date('2020-01-01T00:00:00Z');
    const account = await makeCustomer(db, { company, displayName: 'Kim', groups: ['customer-viewer'] });
    await db.owner.query('UPDATE membership SET expires_at = $2 WHERE account_id = $1', [
      account.id,
      expired,
    ]);
    const { secret, id } = await makeSession(db, account);
    const before = db.statements.length;
    const record = await read(account, secret);
    expect(db.statements.length - before).toBe(1);
    expect(record).toMatchObject({
      session: { id, audience: 'CUSTOMER', confirmedUntil: null },
      account: {
        id: account.id,
        audience: 'CUSTOMER',
        companyId: company.id,
        displayName: 'Kim',
        status: 'ACTIVE',
        isCompanyActive: true,
        memberships: [
          {
            groupName: 'Customer Viewer',
            grants: ['download-reports', 'view-findings'],
            expiresAt: expired,
            groupExpiresAt: null,
          },
        ],
      },
      company: { id: company.id, name: 'Cedar' },
      firmName: 'Your firm',
    });
  });

  test('staff with reach', async () => {
    const account = await makeStaff(db, { groups: ['project-manager', 'penetration-tester'] });
    const { secret } = await makeSession(db, account);
    expect((await read(account, secret))?.account).toMatchObject({
      isAdmin: false,
      memberships: [
        { groupName: 'Penetration Tester', grants: [{ permission: 'manage-projects', reach: 'ASSIGNED' }] },
        {
          groupName: 'Project Manager',
          grants: [
            { permission: 'assign-projects', reach: 'ALL' },
            { permission: 'manage-projects', reach: 'ALL' },
          ],
        },
      ],
    });
  });
});
