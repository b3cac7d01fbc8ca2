import {
  createTestDatabase,
  makeCompany,
  makeCustomer,
  makeStaff,
  type TestDatabase,
} from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditOf, begin, finish, signIn, wrongTag } from '../test-support/doors.ts';

let db: TestDatabase;
let host = 0;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db[Symbol.asyncDispose]());

/** Every test comes from an address of its own, so that no counter is shared. */
function freshAddress(): string {
  host += 1;
  return `203.0.113.${host}`;
}

async function liveSessions(accountId: string): Promise<number> {
  const { rows } = await db.owner.query(
    'SELECT count(*)::int AS n FROM session WHERE account_id = $1 AND ended_at IS NULL',
    [accountId],
  );
  return rows[0].n;
}

describe('S1 signing in', () => {
  test('opens a session with the e-mail address or, for staff, the username, whatever the case', async () => {
    const staff = await makeStaff(db, { email: 'ada@firm.test', username: 'ada.l', hasFactor: false });
    for (const identifier of ['ada@firm.test', ' Ada@Firm.TEST ', 'ADA.L']) {
      const done = await signIn(db, staff, { identifier, address: freshAddress() });
      expect(done.accountId).toBe(staff.id);
    }
    expect(await liveSessions(staff.id)).toBe(3);
    expect(await auditOf(db, staff.id)).toContainEqual({
      door: 'STAFF',
      action: 'session.signed-in',
      outcome: 'ALLOWED',
      actor: staff.id,
      session: expect.any(String),
    });
    const { rows } = await db.owner.query('SELECT last_sign_in_at FROM account WHERE id = $1', [staff.id]);
    expect(rows[0].last_sign_in_at).toBeInstanceOf(Date);
  });

  test('opens a session for a customer at the portal', async () => {
    const customer = await makeCustomer(db);
    expect((await signIn(db, customer, { address: freshAddress() })).accountId).toBe(customer.id);
  });

  test('refuses a wrong tag, records the failure without an actor and without what was typed', async () => {
    const staff = await makeStaff(db, { hasFactor: false });
    const done = await signIn(db, staff, { tag: wrongTag(), address: freshAddress() });
    expect(done.accountId).toBeNull();
    expect(await liveSessions(staff.id)).toBe(0);
    expect(await auditOf(db, staff.id)).toEqual([
      { door: 'STAFF', action: 'session.sign-in-failed', outcome: 'FAILED', actor: null, session: null },
    ]);
  });

  test('G0 refuses the right password of an account that is not live', async () => {
    const past = new Date(Date.now() - 60_000);
    const archived = await makeCompany(db);
    const accounts = [
      await makeStaff(db, { status: 'INACTIVE' }),
      await makeStaff(db, { expiresAt: past }),
      await makeStaff(db, { suspendedAt: past }),
      await makeCustomer(db, { company: archived }),
    ];
    await db.owner.query('UPDATE company SET archived_at = app.now() WHERE id = $1', [archived.id]);
    for (const account of accounts) {
      const done = await signIn(db, account, { address: freshAddress() });
      expect([done.attempt.isAllowed, done.attempt.salt !== null, done.accountId]).toEqual([
        true,
        true,
        null,
      ]);
    }
  });

  test('an unknown identifier looks like a known one: allowed, counted, without a salt', async () => {
    const attempt = await begin(db, 'STAFF', 'nobody@firm.test', freshAddress());
    expect(attempt).toMatchObject({ isAllowed: true, accountId: null, salt: null });
    expect((await finish(db, 'STAFF', attempt.attemptId, wrongTag())).accountId).toBeNull();
  });

  test('G4 a door knows only the accounts of its own audience', async () => {
    const staff = await makeStaff(db, { hasFactor: false });
    const customer = await makeCustomer(db);
    expect(await begin(db, 'CUSTOMER', staff.email, freshAddress())).toMatchObject({
      accountId: null,
      salt: null,
    });
    expect(await begin(db, 'STAFF', customer.email, freshAddress())).toMatchObject({
      accountId: null,
      salt: null,
    });
  });

  test('G4 an attempt begun at one door cannot be finished at the other', async () => {
    const staff = await makeStaff(db, { hasFactor: false });
    const { attemptId } = await begin(db, 'STAFF', staff.email, freshAddress());
    const tag = staff.password?.tag ?? wrongTag();
    expect((await finish(db, 'CUSTOMER', attemptId, tag)).accountId).toBeNull();
    expect((await finish(db, 'STAFF', attemptId, tag)).accountId).toBe(staff.id);
  });

  test('S4 an attempt takes one tag: a second one is refused, also the right one, also at the same moment', async () => {
    const staff = await makeStaff(db, { hasFactor: false });
    const tag = staff.password?.tag ?? wrongTag();
    const first = await begin(db, 'STAFF', staff.email, freshAddress());
    expect((await finish(db, 'STAFF', first.attemptId, wrongTag())).accountId).toBeNull();
    expect((await finish(db, 'STAFF', first.attemptId, tag)).accountId).toBeNull();
    const second = await begin(db, 'STAFF', staff.email, freshAddress());
    const done = await Promise.all(
      Array.from({ length: 8 }, () => finish(db, 'STAFF', second.attemptId, tag)),
    );
    expect(done.filter(({ accountId }) => accountId !== null)).toHaveLength(1);
    expect(await liveSessions(staff.id)).toBe(1);
  });

  test('S6 the eleventh session ends the oldest', async () => {
    const staff = await makeStaff(db, { hasFactor: false });
    const done = [];
    for (let n = 0; n < 11; n++) done.push(await signIn(db, staff, { address: freshAddress() }));
    const { rows } = await db.owner.query(
      'SELECT id, end_reason FROM session WHERE account_id = $1 AND ended_at IS NOT NULL',
      [staff.id],
    );
    expect(rows).toEqual([{ id: done[0]?.sessionId, end_reason: 'LIMIT' }]);
  });

  test('S6 only the SHA-256 of the secret is stored, with the limits of the audience', async () => {
    const customer = await makeCustomer(db);
    const { sessionId, secret } = await signIn(db, customer, { address: freshAddress() });
    const { rows } = await db.owner.query(
      `SELECT secret_hash = sha256(convert_to($2, 'UTF8')) AS "isHash", idle_seconds, absolute_ends_at - created_at = interval '12 hours' AS "isHalfDay"
       FROM session WHERE id = $1`,
      [sessionId, secret],
    );
    expect(rows).toEqual([{ isHash: true, idle_seconds: 1800, isHalfDay: true }]);
  });
});
