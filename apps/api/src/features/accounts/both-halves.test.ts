import { completeSetup, makeCustomer, makeGroup, makeSession, makeStaff } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enrolTotp } from '../../doors/testing/factors.ts';
import { auditRows, readValue, type SignedInPerson, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';
import { setMailServer } from '../../mail/testing/test-mail.ts';

const HOUR_MS = 3_600_000;
const because = { reason: 'For the test' };

/** The rule reads the audit log; every row of it that counts here was written by the call itself. */
let doors: TestDoors;
let officeId: string;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  await setMailServer(doors);
  const office = await makeGroup(doors.db, { grants: [{ permission: 'manage-customers', reach: null }] });
  officeId = office.id;
});
afterAll(() => doors[Symbol.asyncDispose]());

const office = () => staffUser(doors, { groups: [officeId] });
const customer = async () => {
  const account = await makeCustomer(doors.db, { hasFactor: true });
  await enrolTotp(doors, account);
  return account.id;
};
let nextAddress = 1;
const HALVES = {
  link: ['customers.sendCustomerReset', () => ({})],
  address: ['customers.changeCustomerEmail', () => ({ newEmail: `half-${nextAddress++}@example.test` })],
  factor: ['customers.resetCustomerFactors', () => ({})],
} as const;
const make = ({ as }: Pick<SignedInPerson, 'as'>, half: keyof typeof HALVES, customerId: string) => {
  const [path, input] = HALVES[half];
  return doors.staff.call(path, { customerId, ...input(), ...because }, { as });
};
const factorsOf = (id: string) => readValue(doors, 'SELECT core.has_factor($1)', [id]);
const recorded = async (actor: SignedInPerson, id: string) =>
  (await auditRows(doors))
    .filter((row) => row['actor_id'] === actor.account.id && row['object_id'] === id)
    .filter((row) => row['outcome'] === 'ALLOWED')
    .map((row) => row['action']);

describe('A2: link and factor of one account', () => {
  test.each([
    ['link', 'factor', 'account.reset-sent'],
    ['address', 'factor', 'account.email-change-requested'],
    ['factor', 'link', 'account.factors-reset'],
    ['factor', 'address', 'account.factors-reset'],
  ] as const)(
    'A2 allows the %s and refuses the same person the %s within a day; another may',
    async (first, second, action) => {
      const [one, other] = [await office(), await office()];
      const id = await customer();
      expect((await make(one, first, id)).code).toBeNull();
      expect(await recorded(one, id)).toEqual([action]);
      const refused = await make(one, second, id);
      expect(refused.error).toMatchObject({ code: 'FORBIDDEN', reason: { gate: 'G7', rule: 'A2' } });
      expect(await recorded(one, id)).toEqual([action]);
      expect(await factorsOf(id)).toBe(first !== 'factor');
      // The same half again, and the other half of somebody else, are no takeover.
      if (first !== 'factor') expect((await make(one, first, id)).code).toBeNull();
      expect((await make(one, second, await customer())).code).toBeNull();
      expect((await make(other, second, id)).code).toBeNull();
    },
  );

  test('A2 allows it once a day has passed, and refuses it a minute before', async () => {
    const one = await office();
    const id = await customer();
    expect((await make(one, 'link', id)).code).toBeNull();
    const at = await readValue(
      doors,
      `SELECT at FROM audit_entry WHERE action = 'account.reset-sent' AND object_id = $1`,
      [id],
    );
    const after = async (ms: number) => {
      await doors.db.setNow(new Date(new Date(String(at)).getTime() + ms));
      return make({ as: await makeSession(doors.db, one.account, { isConfirmed: true }) }, 'factor', id);
    };
    try {
      expect((await after(24 * HOUR_MS - 60_000)).error?.reason).toMatchObject({ rule: 'A2' });
      expect(await factorsOf(id)).toBe(true);
      expect((await after(24 * HOUR_MS + 60_000)).code).toBeNull();
      expect(await factorsOf(id)).toBe(false);
    } finally {
      await doors.db.setNow(null);
    }
  });

  test('A2 allows both to an Admin, and refuses the second to an Admin who is one no more', async () => {
    const [admin, other] = [
      await staffUser(doors, { isAdmin: true }),
      await staffUser(doors, { isAdmin: true, groups: ['manager'] }),
    ];
    const first = await makeStaff(doors.db);
    const on = (as: { secret: string }, path: string, userId: string) =>
      doors.staff.call(path, { userId, ...because }, { as });
    expect((await on(admin.as, 'users.resetFactors', first.id)).code).toBeNull();
    expect((await on(admin.as, 'users.sendReset', first.id)).code).toBeNull();

    const [second, third] = [await makeStaff(doors.db), await makeStaff(doors.db)];
    expect((await on(other.as, 'users.resetFactors', second.id)).code).toBeNull();
    const demoted = { userId: other.account.id, isAdmin: false, ...because };
    expect((await doors.staff.call('users.setAdmin', demoted, admin)).code).toBeNull();
    const as = await makeSession(doors.db, other.account, { isConfirmed: true });
    expect((await on(as, 'users.sendReset', second.id)).error?.reason).toMatchObject({ rule: 'A2' });
    expect((await on(as, 'users.sendReset', third.id)).code).toBeNull();
  });

  test('A2: the hint says beforehand what the server will refuse', async () => {
    const one = await office();
    const id = await customer();
    const hint = async () => {
      const answer = await doors.staff.call('customers.getCustomerControls', { customerId: id }, one);
      return JSON.stringify(answer.data());
    };
    const before = await hint();
    expect((await make(one, 'factor', id)).code).toBeNull();
    expect(await hint()).not.toBe(before);
    expect((await make(one, 'link', id)).error?.reason).toMatchObject({ rule: 'A2' });
  });
});
