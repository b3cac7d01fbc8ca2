import { secretHash } from '@sallyport/auth';
import {
  completeSetup,
  createTestDatabase,
  makeAddressRule,
  makeCustomer,
  makePasskey,
  makeSession,
  makeStaff,
} from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditRows, readValue } from '../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../doors/testing/test-doors.ts';
import { makeBearer } from '../doors/testing/tokens.ts';
import { AdminError } from './admin-error.ts';
import { calibrate, type MeasureHash, saveCalibration } from './calibrate.ts';
import { createAdmin } from './create-admin.ts';
import { createToken } from './create-token.ts';
import { ipReset } from './ip-reset.ts';
import { listSessions, sessionLines } from './list-sessions.ts';
import { resetFactor } from './reset-factor.ts';
import { revokeAll } from './revoke-all.ts';

let doors: TestDoors;
beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
});
afterAll(() => doors[Symbol.asyncDispose]());

const URL = 'http://localhost:4100';
const cli = async (action: string) => (await auditRows(doors, action)).filter(({ door }) => door === 'CLI');
const secretOf = (link: string) => link.split('#')[1] ?? '';

describe('A5 create-admin', () => {
  test('A5 refuses before the first start is complete', async () => {
    await using fresh = await createTestDatabase();
    const work = createAdmin(fresh.staff, { email: 'ada@firm.example', displayName: 'Ada' }, URL);
    await expect(work).rejects.toThrow(/first start is not complete/);
  });

  test('A5 allows a new Admin, whose link opens the door, although nobody can sign in', async () => {
    await doors.db.owner.query(
      `INSERT INTO address_rule (level, network) VALUES ('CUSTOMERS', '198.51.100.0/24')`,
    );
    const made = await createAdmin(doors.db.staff, { email: 'ada@firm.example', displayName: 'Ada' }, URL);
    expect(made).toMatchObject({ isNew: true, displayName: 'Ada' });
    expect(made.link).toMatch(/^http:\/\/localhost:4100\/accept-invitation#[\w-]{43}$/);
    const answer = await doors.staff.call('invitations.acceptInvitation', {
      secret: secretOf(made.link),
      displayName: 'Ada',
      password: 'nine quiet otters below the weir',
    });
    expect([answer.status, answer.secret]).toEqual([200, expect.any(String)]);
    expect(await readValue(doors, `SELECT is_admin FROM account WHERE email = 'ada@firm.example'`)).toBe(
      true,
    );
    expect(await cli('invitation.created')).toMatchObject([{ actor_id: null, after: { isAdmin: true } }]);
  });

  test('A5 allows an account that is there: it becomes an Admin without an end, older sessions are over', async () => {
    const expiresAt = new Date(Date.now() + 86_400_000);
    const account = await makeStaff(doors.db, { expiresAt });
    const session = await makeSession(doors.db, account);
    const made = await createAdmin(doors.db.staff, { email: account.email, displayName: null }, URL);
    expect(made.link).toMatch(/\/reset-password#/);
    expect(made.isNew).toBe(false);
    const stored = await readValue(doors, 'SELECT purpose FROM one_time_link WHERE secret_hash = $1', [
      secretHash(secretOf(made.link)),
    ]);
    expect(stored).toBe('RESET');
    expect(await readValue(doors, 'SELECT expires_at FROM account WHERE id = $1', [account.id])).toBeNull();
    expect((await doors.staff.call('auth.getCurrent', undefined, { as: session })).status).toBe(401);
  });

  test('A5 refuses a name that is missing, and an account that is out of use', async () => {
    const nobody = createAdmin(doors.db.staff, { email: 'no@firm.example', displayName: null }, URL);
    await expect(nobody).rejects.toThrow(/--name/);
    const gone = await makeStaff(doors.db, { status: 'INACTIVE' });
    const work = createAdmin(doors.db.staff, { email: gone.email, displayName: null }, URL);
    await expect(work).rejects.toThrow(AdminError);
  });
});

describe('S5 reset-factor', () => {
  test('S5 allows: every factor is gone, sessions are over, and enrolling comes first', async () => {
    const account = await makeStaff(doors.db);
    await makePasskey(doors.db, account);
    const session = await makeSession(doors.db, account);
    await resetFactor(doors.db.staff, { email: account.email, door: 'staff' });
    const left = `SELECT (SELECT count(*) FROM totp_factor WHERE account_id = $1)
      + (SELECT count(*) FROM passkey WHERE account_id = $1)`;
    expect(Number(await readValue(doors, left, [account.id]))).toBe(0);
    expect((await doors.staff.call('auth.getCurrent', undefined, { as: session })).status).toBe(401);
    expect((await cli('account.factors-reset')).at(-1)).toMatchObject({ object_id: account.id });
  });

  test('S5 refuses an address that nobody has at that door', async () => {
    const { email } = await makeCustomer(doors.db);
    await expect(resetFactor(doors.db.staff, { email, door: 'staff' })).rejects.toThrow(/--door/);
    await expect(resetFactor(doors.db.staff, { email, door: 'portal' })).resolves.toBeDefined();
  });
});

describe('S9 ip-reset', () => {
  test('S9 allows whoever was shut out to come back, at one level or at all', async () => {
    const account = await makeStaff(doors.db);
    const session = await makeSession(doors.db, account);
    const current = () =>
      doors.staff.call('auth.getCurrent', undefined, { as: session, address: '192.0.2.9' });
    await makeAddressRule(doors.db, { level: 'STAFF', network: '203.0.113.0/24' });
    await makeAddressRule(doors.db, { level: 'ACCOUNT', subjectId: account.id, network: '203.0.113.0/24' });
    expect((await current()).status).toBe(403);
    expect(await ipReset(doors.db.staff, 'STAFF')).toBe(1);
    // The account's own list still holds.
    expect((await current()).status).toBe(403);
    expect(await ipReset(doors.db.staff, null)).toBeGreaterThan(0);
    expect((await current()).status).toBe(200);
    expect((await cli('networks.reset')).map(({ after }) => after)).toEqual([
      { level: 'STAFF' },
      { level: 'all' },
    ]);
  });
});

describe('S6 list-sessions', () => {
  test('S6 allows to see who is signed in, and shows no secret', async () => {
    const account = await makeStaff(doors.db);
    const session = await makeSession(doors.db, account, { address: '192.0.2.77' });
    const sessions = await listSessions(doors.db.staff, account.email);
    expect(sessions).toMatchObject([{ door: 'STAFF', email: account.email, address: '192.0.2.77' }]);
    const text = sessionLines(sessions);
    expect(text).toContain(account.email);
    expect(text).not.toContain(session.secret);
    expect((await listSessions(doors.db.staff, null)).map(({ email }) => email)).toContain(account.email);
    expect(await cli('session.listed')).toHaveLength(2);
  });

  test('S6 refuses an address that nobody has', async () => {
    await expect(listSessions(doors.db.staff, 'nobody@firm.example')).rejects.toThrow(/No account/);
    expect(sessionLines([])).toContain('Nobody is signed in');
  });
});

describe('S7 revoke-all', () => {
  test('S7 refuses every session and token of before, at both doors and for tools', async () => {
    const staff = await makeStaff(doors.db, { groups: ['penetration-tester'] });
    const customer = await makeCustomer(doors.db, { groups: ['customer-viewer'] });
    const [one, other] = [await makeSession(doors.db, staff), await makeSession(doors.db, customer)];
    const token = await makeBearer(doors.db, staff);
    const { sessions, tokens } = await revokeAll(doors.db.staff);
    expect(sessions).toBeGreaterThan(1);
    expect(tokens).toBeGreaterThan(0);
    expect((await doors.staff.call('auth.getCurrent', undefined, { as: one })).status).toBe(401);
    expect((await doors.portal.call('auth.getCurrent', undefined, { as: other })).status).toBe(401);
    expect((await doors.tools.call('projects.listProjects', {}, { as: token })).status).toBe(401);
    expect(await cli('access.revoked-all')).toHaveLength(1);
  });

  test('S7 allows to sign in again afterwards', async () => {
    const account = await makeStaff(doors.db);
    const fresh = await makeSession(doors.db, account);
    expect((await doors.staff.call('auth.getCurrent', undefined, { as: fresh })).status).toBe(200);
  });
});

describe('S3 calibrate', () => {
  /** A machine on which one pass over a mebibyte takes this long. */
  const machine =
    (msPerPass: number): MeasureHash =>
    async ({ memoryKib, iterations }) =>
      (memoryKib / 1024) * iterations * msPerPass;

  test('S3 allows more on a fast machine, within the ceiling', async () => {
    const fast = await calibrate(machine(0.01));
    expect(fast.memoryKib).toBe(256 * 1024);
    expect(fast.iterations).toBe(12);
    const usual = await calibrate(machine(0.35));
    expect(usual.memoryKib).toBeGreaterThanOrEqual(64 * 1024);
    expect(usual.medianMs).toBeLessThanOrEqual(250);
  });

  test('S3 refuses to go below the floor, however slow the machine', async () => {
    expect(await calibrate(machine(50))).toMatchObject({ memoryKib: 19 * 1024, iterations: 2 });
    const weak = saveCalibration(doors.db.staff, { memoryKib: 8 * 1024, iterations: 1 });
    await expect(weak).rejects.toThrow();
  });

  test('S3 what is saved is what the doors hash with from their next start on', async () => {
    await saveCalibration(doors.db.staff, { memoryKib: 96 * 1024, iterations: 4 });
    for (const schema of ['app', 'portal']) {
      expect(
        await readValue(doors, `SELECT memory_kib || ':' || iterations FROM ${schema}.hash_parameters()`),
      ).toBe('98304:4');
    }
    expect(await cli('hashing.calibrated')).toMatchObject([{ after: { memoryKib: 98304, iterations: 4 } }]);
  });
});

describe('A13 create-token', () => {
  test('A13 refuses a token that lasts longer than the policy lets it', async () => {
    await doors.db.owner.query('UPDATE security_policy SET token_days_at_most = 30');
    const { email } = await makeStaff(doors.db, { groups: ['penetration-tester'] });
    const scopes = [{ permission: 'manage-projects', reach: 'ASSIGNED' }] as const;
    const create = (days: number) => createToken(doors.db.staff, { email, scopes, days, name: 'CI' });
    await expect(create(31)).rejects.toThrow(/30 days at most/);
    await expect(create(30)).resolves.toBeDefined();
  });
});
