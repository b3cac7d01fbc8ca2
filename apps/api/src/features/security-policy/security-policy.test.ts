import { completeSetup, makeCustomer, makeSession, makeStaff } from '@sallyport/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditRows, readValue, type SignedInPerson, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';

const STANDARD = {
  isStaffFactorRequired: true,
  passwordMinimum: 15,
  staffIdleMinutes: 60,
  customerIdleMinutes: 30,
  absoluteHours: 12,
  tokenDaysAtMost: 365,
};

let doors: TestDoors;
let admin: SignedInPerson;
beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
});
afterAll(() => doors[Symbol.asyncDispose]());
beforeEach(async () => {
  await doors.db.owner.query(`UPDATE security_policy SET is_staff_factor_required = true, password_minimum = 15,
    staff_idle_minutes = 60, customer_idle_minutes = 30, absolute_hours = 12, token_days_at_most = 365`);
  admin = await staffUser(doors, { isAdmin: true });
});

const version = () => readValue(doors, 'SELECT version FROM security_policy');
const update = async (change: object, as = admin.as) =>
  doors.staff.call('securityPolicy.update', { ...STANDARD, version: await version(), ...change }, { as });
const preview = async (change: object) =>
  (await doors.staff.call('securityPolicy.preview', { ...STANDARD, ...change }, { as: admin.as })).data();

describe('A13 the security policy', () => {
  test('A13 allows an Admin who confirmed, and records what changed', async () => {
    const answer = await update({ staffIdleMinutes: 45, tokenDaysAtMost: 180 });
    expect(answer.data()).toMatchObject({ staffIdleMinutes: 45, tokenDaysAtMost: 180 });
    const [entry] = (await auditRows(doors, 'security-policy.updated')).slice(-1);
    expect(entry).toMatchObject({
      actor_id: admin.account.id,
      before: { staffIdleMinutes: 60, tokenDaysAtMost: 365 },
      after: { staffIdleMinutes: 45, tokenDaysAtMost: 180 },
    });
    expect((await update({})).status).toBe(200);
  });

  test('A13 refuses whoever is no Admin, Manage Configurations or not, and an Admin who did not confirm', async () => {
    const other = await staffUser(doors, { groups: ['administrator'] });
    expect((await update({}, other.as)).code).toBe('FORBIDDEN');
    expect((await doors.staff.call('securityPolicy.get', {}, { as: other.as })).code).toBe('FORBIDDEN');
    const hasty = await staffUser(doors, { isAdmin: true, isConfirmed: false });
    expect((await update({}, hasty.as)).code).toBe('CONFIRM_IDENTITY');
  });

  test.each([
    ['passwordMinimum', 14],
    ['passwordMinimum', 65],
    ['staffIdleMinutes', 61],
    ['staffIdleMinutes', 4],
    ['customerIdleMinutes', 31],
    ['absoluteHours', 13],
    ['absoluteHours', 0],
    ['tokenDaysAtMost', 366],
    ['staffIdleMinutes', 5.5],
  ])('A13 refuses %s = %d, which is outside the safe range', async (limit, value) => {
    expect((await update({ [limit]: value })).code).toBe('INVALID_INPUT');
  });

  test('A13 two who save at once: one wins, the other is told', async () => {
    const stale = Number(await version()) - 1;
    expect((await update({ version: stale })).code).toBe('STALE_EDIT');
    const now = await version();
    const answers = await Promise.all([update({ version: now }), update({ version: now })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});

describe('S2 the shortest password', () => {
  test('S2 allows to raise it and refuses to lower it again', async () => {
    expect((await update({ passwordMinimum: 18 })).status).toBe(200);
    const lowered = await update({ passwordMinimum: 16 });
    expect(lowered.error).toMatchObject({
      code: 'INVALID_INPUT',
      userMessage: expect.stringMatching(/only be raised/),
    });
    await doors.db.owner.query('UPDATE security_policy SET password_minimum = 15');
  });
});

describe('S6 shorter limits', () => {
  test('S6 refuses a live session what it had: it is shortened in the same step, and never lengthened', async () => {
    const staff = await makeStaff(doors.db);
    const customer = await makeCustomer(doors.db);
    const [one, other] = [await makeSession(doors.db, staff), await makeSession(doors.db, customer)];
    const limits = (id: string) =>
      doors.db.owner
        .query(
          `SELECT idle_seconds AS idle, round(extract(epoch FROM absolute_ends_at - created_at) / 3600) AS hours
           FROM session WHERE id = $1`,
          [id],
        )
        .then(({ rows }) => rows.map(({ idle, hours }) => [idle, Number(hours)])[0]);
    await update({ staffIdleMinutes: 20, customerIdleMinutes: 10, absoluteHours: 8 });
    expect(await limits(one.id)).toEqual([1200, 8]);
    expect(await limits(other.id)).toEqual([600, 8]);
    await update({});
    expect(await limits(one.id)).toEqual([1200, 8]);
    expect(await limits(other.id)).toEqual([600, 8]);
  });

  test('S6 refuses the next request of a session that the shorter limit has ended', async () => {
    const staff = await makeStaff(doors.db);
    const session = await makeSession(doors.db, staff);
    const current = () => doors.staff.call('auth.getCurrent', undefined, { as: session });
    expect((await current()).status).toBe(200);
    await doors.db.owner.query(
      `UPDATE session SET last_used_at = app.now() - interval '30 minutes' WHERE id = $1`,
      [session.id],
    );
    expect(await preview({ staffIdleMinutes: 20 })).toMatchObject({ endedSessions: 1, endedPeople: 1 });
    await update({ staffIdleMinutes: 20 });
    expect((await current()).status).toBe(401);
    await update({});
  });
});

describe('A9 the effect before saving', () => {
  test('A9 tells how many staff would have to enrol, and changes nothing', async () => {
    await doors.db.owner.query('UPDATE security_policy SET is_staff_factor_required = false');
    const before = await preview({ isStaffFactorRequired: false });
    await makeStaff(doors.db, { hasFactor: false });
    await makeStaff(doors.db, { hasFactor: false, isAdmin: true });
    await makeStaff(doors.db, { hasFactor: false, status: 'INACTIVE' });
    const after = await preview({ isStaffFactorRequired: true });
    expect(Number(after['staffWithoutFactor']) - Number(before['staffWithoutFactor'])).toBe(2);
    expect(after['staffToEnrol']).toBe(Number(after['staffWithoutFactor']) - 1);
    expect(await readValue(doors, 'SELECT is_staff_factor_required FROM security_policy')).toBe(false);
  });

  test('G3 refuses staff without a factor everything else at the next request, once the policy demands one', async () => {
    await doors.db.owner.query('UPDATE security_policy SET is_staff_factor_required = false');
    const bare = await makeStaff(doors.db, { hasFactor: false });
    const session = await makeSession(doors.db, bare);
    const list = () => doors.staff.call('people.listPeople', {}, { as: session });
    expect((await list()).status).toBe(200);
    await update({ isStaffFactorRequired: true });
    expect((await list()).error?.reason?.gate).toBe('G3');
  });
});
