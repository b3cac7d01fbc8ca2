import type { StaffGrant } from '@sallyport/contracts/staff';
import { completeSetup, makeCustomer, makeMembership, makeStaff } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditRows, readValue } from '../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../doors/testing/test-doors.ts';
import { createToken, type TokenRequest } from './create-token.ts';

const ASSIGNED: StaffGrant = { permission: 'manage-projects', reach: 'ASSIGNED' };
const ALL: StaffGrant = { permission: 'manage-projects', reach: 'ALL' };
const WEEK_MS = 7 * 86_400_000;

let doors: TestDoors;
beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
});
afterAll(() => doors[Symbol.asyncDispose]());

const create = (email: string, more: Partial<TokenRequest> = {}) =>
  createToken(doors.db.staff, { email, scopes: [ASSIGNED], days: 90, name: 'CI', ...more });

/** Runs work that must make no token. */
async function refused(work: Promise<unknown>): Promise<string> {
  const count = () => readValue(doors, 'SELECT count(*)::int FROM api_token');
  const before = await count();
  const message = await work.then(
    () => 'allowed',
    (error: Error) => error.message,
  );
  expect(await count()).toBe(before);
  return message;
}

describe('T1 a token from the command line', () => {
  test('T1 opens the tools door for its owner, is recorded, and lies in the database as a hash alone', async () => {
    const { id, email } = await makeStaff(doors.db, { groups: ['penetration-tester'], displayName: 'Ines' });
    const { token, expiresAt, displayName } = await create(email.toUpperCase());
    expect(displayName).toBe('Ines');
    expect(Math.round((expiresAt.getTime() - Date.now()) / 86_400_000)).toBe(90);
    const answer = await doors.tools.call('no.such', {}, { as: { secret: token } });
    expect(answer.status).toBe(404);
    const [entry] = (await auditRows(doors, 'token.created')).filter(
      ({ after }) => Reflect.get(Object(after), 'accountId') === id,
    );
    expect(entry).toMatchObject({
      door: 'CLI',
      actor_id: null,
      object_type: 'token',
      after: { scopes: [ASSIGNED] },
    });
    const stored = await readValue(doors, 'SELECT jsonb_agg(t) FROM api_token AS t WHERE account_id = $1', [
      id,
    ]);
    const secret = token.split('_').slice(2).join('_');
    expect(secret).toHaveLength(43);
    expect(JSON.stringify([stored, entry])).not.toContain(secret);
  });

  test('T1 for nobody: an unknown address, or a customer’s', async () => {
    const customer = await makeCustomer(doors.db);
    expect(await refused(create('nobody@firm.example'))).toMatch(/No staff account/);
    expect(await refused(create(customer.email))).toMatch(/No staff account/);
  });

  test('T1 not for an account that cannot sign in', async () => {
    const groups = ['penetration-tester'];
    for (const input of [
      { status: 'INACTIVE' as const },
      { suspendedAt: new Date() },
      { expiresAt: new Date(Date.now() - WEEK_MS) },
    ]) {
      const { email } = await makeStaff(doors.db, { groups, ...input });
      expect(await refused(create(email))).toMatch(/cannot sign in now/);
    }
  });

  test('T1 carries no more than its owner holds without an end', async () => {
    const tester = await makeStaff(doors.db, { groups: ['penetration-tester'] });
    expect(await refused(create(tester.email, { scopes: [ALL] }))).toMatch(
      /Manage Projects \(all projects\)/,
    );
    const temporary = await makeStaff(doors.db);
    const expiresAt = new Date(Date.now() + WEEK_MS);
    await makeMembership(doors.db, { account: temporary, group: 'penetration-tester', expiresAt });
    expect(await refused(create(temporary.email))).toMatch(/Manage Projects \(assigned projects\)/);
    const expiring = await makeStaff(doors.db, { groups: ['penetration-tester'], expiresAt });
    expect(await refused(create(expiring.email))).toMatch(/without an end date/);
    const admin = await makeStaff(doors.db, { isAdmin: true });
    expect((await create(admin.email, { scopes: [ALL] })).token).toMatch(/^sp_/);
  });
});
