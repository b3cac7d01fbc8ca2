import {
  completeSetup,
  makeCustomer,
  makeGroup,
  makeSecurityAlert,
  makeStaff,
  type TestAccount,
} from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditRows, readValue, type SignedInPerson, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';

let doors: TestDoors;
let admin: SignedInPerson;
let staff: TestAccount;
let customer: TestAccount;
beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  admin = await staffUser(doors, { isAdmin: true });
  staff = await makeStaff(doors.db);
  customer = await makeCustomer(doors.db);
  await attempt({ account: staff, minutesAgo: 1, outcome: 'SUCCEEDED', address: '203.0.113.7' });
  await attempt({ account: staff, minutesAgo: 2, outcome: 'FAILED', address: '198.51.100.7' });
  await attempt({ account: staff, minutesAgo: 3, isAllowed: false, address: '198.51.100.7' });
  await attempt({ account: staff, minutesAgo: 4, kind: 'FACTOR', outcome: 'FAILED', address: '2001:db8::7' });
  await attempt({ account: customer, minutesAgo: 5, outcome: 'FAILED', address: '198.51.100.8' });
  await attempt({ account: null, minutesAgo: 6, outcome: 'FAILED', address: '198.51.100.9' });
  await attempt({ account: staff, minutesAgo: 3 * 24 * 60, outcome: 'SUCCEEDED', address: '203.0.113.7' });
});
afterAll(() => doors[Symbol.asyncDispose]());

async function attempt(input: {
  account: TestAccount | null;
  minutesAgo: number;
  kind?: string;
  outcome?: string;
  isAllowed?: boolean;
  address: string;
}): Promise<void> {
  const { account, minutesAgo, kind = 'PASSWORD', outcome = null, isAllowed = true, address } = input;
  await doors.db.owner.query(
    `INSERT INTO sign_in_attempt (id, audience, account_id, identifier_hash, address, at, is_allowed, outcome, finished_at, kind)
     VALUES (gen_random_uuid(), $1, $2, sha256('x'), $3, app.now() - make_interval(mins => $4), $5, $6,
       CASE WHEN $6::text IS NULL THEN NULL ELSE app.now() END, $7)`,
    [account?.audience ?? 'STAFF', account?.id ?? null, address, minutesAgo, isAllowed, outcome, kind],
  );
}

interface Row {
  outcome: string;
  kind: string;
  audience: string;
  address: string;
  account: { id: string; name: string } | null;
}
const list = async (input: object = {}, as = admin.as) =>
  (await doors.staff.call('signInActivity.list', input, { as })).data<{
    rows: Row[];
    nextCursor: string | null;
  }>();

describe('S4 sign-in activity', () => {
  test('S4 shows every attempt, latest first, with how it ended', async () => {
    const { rows } = await list();
    expect(rows.map(({ outcome, kind }) => `${kind} ${outcome}`)).toEqual([
      'PASSWORD SUCCEEDED',
      'PASSWORD FAILED',
      'PASSWORD REFUSED',
      'FACTOR FAILED',
      'PASSWORD FAILED',
      'PASSWORD FAILED',
      'PASSWORD SUCCEEDED',
    ]);
    expect(rows[0]?.account).toEqual({ id: staff.id, name: staff.displayName });
    expect(rows[5]?.account).toBeNull();
  });

  test.each([
    [{ outcome: ['REFUSED'] }, 1],
    [{ kind: ['FACTOR'] }, 1],
    [{ audience: 'CUSTOMER' }, 1],
    [{ address: '198.51.100.7' }, 2],
    [{ address: '198.51.100.0/24' }, 4],
    [{ address: '2001:db8::/32' }, 1],
    [{ since: new Date(Date.now() - 86_400_000).toISOString() }, 6],
    [{ until: new Date(Date.now() - 86_400_000).toISOString() }, 1],
  ])('S4 narrows by %j', async (filter, count) => {
    expect((await list(filter)).rows).toHaveLength(count);
  });

  test('S4 refuses an address that is none', async () => {
    const answer = await doors.staff.call('signInActivity.list', { address: 'office' }, { as: admin.as });
    expect(answer.code).toBe('INVALID_INPUT');
  });

  test('S4 pages run back, each attempt once, in three statements', async () => {
    const first = await list({ limit: 4 });
    const second = await list({ limit: 4, cursor: first.nextCursor });
    expect(first.rows.length + second.rows.length).toBe(7);
    expect(second.nextCursor).toBeNull();
    doors.db.statements.length = 0;
    await list({ limit: 4 });
    expect(doors.db.statements).toHaveLength(3);
  });

  test('S4 counts by hours, quarters of a day or days, empty ones included', async () => {
    const chart = async (days: number) =>
      (
        await doors.staff.call(
          'signInActivity.chart',
          { since: new Date(Date.now() - days * 86_400_000).toISOString() },
          { as: admin.as },
        )
      ).data<{ stepHours: number; rows: Record<string, number>[] }>();
    const hours = await chart(1);
    expect(hours.stepHours).toBe(1);
    expect(hours.rows.length).toBeGreaterThanOrEqual(24);
    const sum = (rows: Record<string, number>[], key: string) =>
      rows.reduce((total, row) => total + (row[key] ?? 0), 0);
    expect(['succeeded', 'failed', 'refused'].map((key) => sum(hours.rows, key))).toEqual([1, 4, 1]);
    const days = await chart(7);
    expect([days.stepHours, (await chart(30)).stepHours]).toEqual([6, 24]);
    expect(days.rows.length).toBeGreaterThanOrEqual(28);
    expect(sum(days.rows, 'succeeded')).toBe(2);
    const tooLong = { since: new Date(Date.now() - 100 * 86_400_000).toISOString() };
    expect((await doors.staff.call('signInActivity.chart', tooLong, { as: admin.as })).code).toBe(
      'INVALID_INPUT',
    );
  });
});

describe('A12 who sees which attempts', () => {
  test('A12 allows Manage Users those of staff and Manage Customers those of customers, and refuses the others', async () => {
    const group = async (permission: string) => (await makeGroup(doors.db, { grants: [{ permission }] })).id;
    const users = await staffUser(doors, { groups: [await group('manage-users')] });
    const customers = await staffUser(doors, { groups: [await group('manage-customers')] });
    const audiences = async (by: SignedInPerson) => [
      ...new Set((await list({}, by.as)).rows.map(({ audience }) => audience)),
    ];
    expect(await audiences(users)).toEqual(['STAFF']);
    expect(await audiences(customers)).toEqual(['CUSTOMER']);
    expect(await list({ audience: 'CUSTOMER' }, users.as)).toMatchObject({ rows: [], total: { count: 0 } });
    const nobody = await staffUser(doors);
    expect((await doors.staff.call('signInActivity.list', {}, { as: nobody.as })).code).toBe('FORBIDDEN');
  });
});

describe('S4 clearing', () => {
  test('S4 allows who manages the account: counters go, a closed password opens, the alert is resolved', async () => {
    const keys = [
      `account:PASSWORD:STAFF:${staff.id}:198.51.100.7`,
      `unknown-total:PASSWORD:STAFF:${staff.id}`,
    ];
    for (const key of [...keys, 'address-day:198.51.100.7']) {
      await doors.db.owner.query(
        `INSERT INTO throttle_counter (key, window_started_at, window_seconds, count) VALUES ($1, app.now(), 900, 100)`,
        [key],
      );
    }
    await makeSecurityAlert(doors.db, { accountId: staff.id });
    const answer = await doors.staff.call('signInActivity.clear', { accountId: staff.id }, { as: admin.as });
    expect(answer.data()).toEqual({ counters: 2 });
    expect(await readValue(doors, 'SELECT array_agg(key) FROM throttle_counter')).toEqual([
      'address-day:198.51.100.7',
    ]);
    expect(await readValue(doors, 'SELECT count(*)::int FROM security_alert WHERE closed_at IS NULL')).toBe(
      0,
    );
    expect((await auditRows(doors, 'sign-in.cleared')).at(-1)).toMatchObject({ object_id: staff.id });
  });

  test('A2 refuses it over somebody who holds more', async () => {
    const manager = await staffUser(doors, { groups: ['manager'] });
    const stronger = await makeStaff(doors.db, { isAdmin: true });
    const answer = await doors.staff.call(
      'signInActivity.clear',
      { accountId: stronger.id },
      { as: manager.as },
    );
    expect(answer.error?.reason).toMatchObject({ gate: 'G7', rule: 'A2' });
  });
});

describe('S4 alerts', () => {
  test('S4 an open alert is listed until a person closes it, and never twice', async () => {
    const { id } = await makeSecurityAlert(doors.db, { detail: { accounts: 9 } });
    const alerts = async (state: string) =>
      (await doors.staff.call('securityAlerts.list', { state }, { as: admin.as })).data<{
        rows: { id: string; numbers: object; closedBy: { id: string } | null }[];
      }>().rows;
    expect(await alerts('open')).toMatchObject([{ id, numbers: { accounts: 9 }, closedBy: null }]);
    const close = () => doors.staff.call('securityAlerts.close', { alertId: id }, { as: admin.as });
    expect((await close()).status).toBe(200);
    expect((await close()).code).toBe('NOT_FOUND');
    expect(await alerts('open')).toEqual([]);
    expect((await alerts('closed')).find((alert) => alert.id === id)?.closedBy?.id).toBe(admin.account.id);
  });
});
