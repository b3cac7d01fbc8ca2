import { completeSetup, makeCustomer, makeProject, makeStaff } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readValue, type SignedInPerson, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';

let doors: TestDoors;
let admin: SignedInPerson;
let manager: SignedInPerson;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  admin = await staffUser(doors, { isAdmin: true });
  manager = await staffUser(doors, { groups: ['manager'] });
});
afterAll(() => doors[Symbol.asyncDispose]());

const because = { reason: 'Left the firm' };
const call = (path: string, input: unknown, as = manager.as) => doors.staff.call(path, input, { as });
const accounts = (id: string) => readValue(doors, 'SELECT count(*)::int FROM account WHERE id = $1', [id]);

describe('U4 deleting', () => {
  test('U4 allows it for who owns nothing and left no trace: the account and its parts are gone', async () => {
    const { id: userId } = await makeStaff(doors.db, { status: 'INVITED', groups: ['penetration-tester'] });
    expect((await call('users.previewUserRemoval', { userId })).data()).toEqual({
      canDelete: true,
      canAnonymise: true,
      owned: [],
      ownsUnseen: false,
      traces: [],
    });
    expect((await call('users.deleteUser', { userId, ...because })).status).toBe(200);
    expect(await accounts(userId)).toBe(0);
  });

  test('U4 refuses it with the list of what stands in the way, per kind; how much is told to Admins alone (A16)', async () => {
    const leaver = await makeStaff(doors.db, { status: 'INACTIVE' });
    const userId = leaver.id;
    await makeProject(doors.db, { owners: [leaver], name: 'Still theirs' });
    const answer = await call('users.deleteUser', { userId, ...because });
    expect(answer.status).toBe(409);
    expect(answer.error).toMatchObject({
      code: 'CONFLICT',
      reason: { rule: 'U4' },
      fields: [
        { path: 'owned', message: expect.stringContaining('Projects: 1') },
        { path: 'traces.projects', message: expect.stringContaining('some') },
      ],
    });
    const told = await call('users.previewUserRemoval', { userId }, admin.as);
    expect(told.data()).toMatchObject({
      owned: [{ name: 'Still theirs', role: 'OWNER', isOpen: true }],
      traces: [{ kind: 'projects', count: 1 }],
      canAnonymise: false,
    });
    expect(await accounts(userId)).toBe(1);
  });

  test('A16 refuses it for a restricted project without naming or counting it', async () => {
    const leaver = await makeStaff(doors.db, { status: 'INACTIVE' });
    await makeProject(doors.db, { owners: [await makeStaff(doors.db), leaver], isRestricted: true });
    const preview = await call('users.previewUserRemoval', { userId: leaver.id });
    expect(preview.data()).toMatchObject({ owned: [], ownsUnseen: true, canDelete: false });
  });
});

describe('U1 anonymising', () => {
  test('U1 allows it once work is handed over: no name, address, credential, factor, session or group is left', async () => {
    const leaver = await makeStaff(doors.db, {
      status: 'INACTIVE',
      displayName: 'Unmistakable Person',
      email: 'unmistakable@firm.test',
      username: 'unmistakable',
      title: 'Unmistakable',
      groups: ['penetration-tester'],
    });
    const userId = leaver.id;
    await doors.db.owner.query(
      `INSERT INTO sign_in_attempt (id, audience, account_id, identifier_hash, is_allowed)
       VALUES (gen_random_uuid(), 'STAFF', $1, '\\x00', true)`,
      [userId],
    );
    await doors.db.owner.query(
      `INSERT INTO known_device (account_id, secret_hash) VALUES ($1, sha256('device'))`,
      [userId],
    );
    expect((await call('users.anonymiseUser', { userId, ...because })).status).toBe(200);
    const { rows } = await doors.db.owner.query('SELECT * FROM account WHERE id = $1', [userId]);
    expect(rows[0]).toMatchObject({
      status: 'ANONYMISED',
      display_name: expect.stringMatching(/^Former colleague \d{4}$/),
      email: `${userId}@anonymised.invalid`,
      username: null,
      title: '',
      phone: '',
    });
    expect(JSON.stringify(rows)).not.toMatch(/unmistakable/i);
    for (const table of [
      'credential',
      'totp_factor',
      'session',
      'membership',
      'sign_in_attempt',
      'known_device',
    ]) {
      const left = `SELECT count(*)::int FROM ${table} WHERE account_id = $1`;
      expect([table, await readValue(doors, left, [userId])]).toEqual([table, 0]);
    }
  });

  test('U1 refuses it while the account is in use, and U4 while open projects are theirs', async () => {
    const active = await makeStaff(doors.db);
    expect((await call('users.anonymiseUser', { userId: active.id, ...because })).error).toMatchObject({
      reason: { gate: 'G9', rule: 'U1' },
    });
    const lead = await makeStaff(doors.db, { status: 'INACTIVE' });
    await makeProject(doors.db, { owners: [lead] });
    expect((await call('users.anonymiseUser', { userId: lead.id, ...because })).error).toMatchObject({
      code: 'CONFLICT',
      reason: { rule: 'U4' },
    });
  });

  test('U1 allows a customer to become a former customer, by whoever keeps customers (A12)', async () => {
    const customer = await makeCustomer(doors.db, { status: 'INACTIVE', displayName: 'Known Client' });
    const input = { customerId: customer.id, ...because };
    expect((await call('customers.anonymiseCustomer', input, admin.as)).status).toBe(200);
    expect(await readValue(doors, 'SELECT display_name FROM account WHERE id = $1', [customer.id])).toMatch(
      /^Former customer \d{4}$/,
    );
  });
});

describe('A11 bulk', () => {
  test('A11 allows two hundred of the same, and refuses one more', async () => {
    const ids = Array.from({ length: 201 }, () => crypto.randomUUID());
    expect((await call('users.bulkEndSessions', { userIds: ids, ...because })).status).toBe(400);
    const some = [(await makeStaff(doors.db)).id, (await makeStaff(doors.db)).id];
    expect((await call('users.bulkDeactivate', { userIds: some, ...because })).data()).toEqual({ count: 2 });
  });

  test('A11 refuses all for one, and says whom it is about', async () => {
    const weak = await makeStaff(doors.db);
    const strong = await makeStaff(doors.db, { groups: ['administrator'], displayName: 'Strong One' });
    const answer = await call('users.bulkDeactivate', { userIds: [weak.id, strong.id], ...because });
    expect(answer.error).toMatchObject({
      code: 'FORBIDDEN',
      userMessage: expect.stringContaining('Strong One'),
      reason: { rule: 'A2' },
    });
    expect(await readValue(doors, 'SELECT status FROM account WHERE id = $1', [weak.id])).toBe('ACTIVE');
  });

  test('A5 refuses to take all usable Admins out of use together', async () => {
    const { rows } = await doors.db.owner.query<{ id: string }>(
      `SELECT id FROM account WHERE is_admin AND status = 'ACTIVE' AND id <> $1`,
      [admin.account.id],
    );
    const helper = await staffUser(doors, { isAdmin: true, password: null });
    const userIds = [admin.account.id, ...rows.map(({ id }) => id)];
    const answer = await call('users.bulkDeactivate', { userIds, ...because }, helper.as);
    expect(answer.error).toMatchObject({ reason: { rule: 'A5' } });
  });

  test('U3 refuses to take leads out of use in silence, and allows it when that is said', async () => {
    const lead = await makeStaff(doors.db);
    await makeProject(doors.db, { owners: [lead] });
    const input = { userId: lead.id, ...because };
    expect((await call('users.deactivateUser', input)).error).toMatchObject({
      code: 'CONFLICT',
      reason: { rule: 'U3' },
    });
    expect((await call('users.deactivateUser', { ...input, leavesProjects: true })).status).toBe(200);
  });
});
