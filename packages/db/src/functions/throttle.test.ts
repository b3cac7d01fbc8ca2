import { createTestDatabase, makeStaff, type TestDatabase } from '@sallyport/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { begin, finish, signIn, wrongTag } from '../test-support/doors.ts';

let db: TestDatabase;
let host = 0;
const START = new Date('2031-05-04T10:00:00.000Z');
const MINUTE = 60_000;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterEach(async () => {
  await db.setNow(null);
  await db.owner.query('DELETE FROM throttle_counter');
});
afterAll(() => db[Symbol.asyncDispose]());

function freshAddress(): string {
  host += 1;
  return `192.0.2.${host}`;
}

const at = (minutes: number) => db.setNow(new Date(START.getTime() + minutes * MINUTE));

/** Begins attempts one after the other and counts those that were allowed. */
async function allowedOf(
  count: number,
  identifier: string | ((n: number) => string),
  address: string | ((n: number) => string),
) {
  let allowed = 0;
  for (let n = 0; n < count; n++) {
    const attempt = await begin(
      db,
      'STAFF',
      typeof identifier === 'string' ? identifier : identifier(n),
      typeof address === 'string' ? address : address(n),
    );
    if (attempt.isAllowed) allowed += 1;
  }
  return allowed;
}

describe('S4 account and address', () => {
  test('of 50 attempts at the same moment five are allowed, before anything is hashed', async () => {
    const staff = await makeStaff(db, { hasFactor: false });
    const address = freshAddress();
    const attempts = await Promise.all(
      Array.from({ length: 50 }, () => begin(db, 'STAFF', staff.email, address)),
    );
    expect(attempts.filter(({ isAllowed }) => isAllowed)).toHaveLength(5);
    for (const attempt of attempts.filter(({ isAllowed }) => !isAllowed)) expect(attempt.salt).toBeNull();
  });

  test('a refused attempt cannot be finished, not even with the right password', async () => {
    const staff = await makeStaff(db, { hasFactor: false });
    const address = freshAddress();
    await allowedOf(5, staff.email, address);
    const done = await signIn(db, staff, { address });
    expect([done.attempt.isAllowed, done.accountId]).toEqual([false, null]);
  });

  test('an unknown identifier is throttled like a known one', async () => {
    expect(await allowedOf(8, 'nobody@firm.test', freshAddress())).toBe(5);
  });

  test('e-mail address and username share one counter', async () => {
    const staff = await makeStaff(db, { username: 'grace.h', hasFactor: false });
    expect(await allowedOf(8, (n) => (n % 2 === 0 ? staff.email : 'grace.h'), freshAddress())).toBe(5);
  });

  test('a stranger elsewhere locks nobody out where they work', async () => {
    const staff = await makeStaff(db, { hasFactor: false });
    await allowedOf(8, staff.email, freshAddress());
    expect((await signIn(db, staff, { address: freshAddress() })).accountId).toBe(staff.id);
  });

  test('after the fifth the wait is 15 minutes, and each further failure doubles it, up to 12 hours', async () => {
    const staff = await makeStaff(db, { hasFactor: false });
    const address = freshAddress();
    await at(0);
    expect(await allowedOf(6, staff.email, address)).toBe(5);
    let now = 0;
    for (const wait of [15, 30, 60, 120, 240, 480, 720, 720]) {
      // One second before its end the wait still holds; at its end exactly one attempt is let through.
      await at(now + wait - 1 / 60);
      expect([wait, await allowedOf(1, staff.email, address)]).toEqual([wait, 0]);
      now += wait;
      await at(now);
      expect([wait, await allowedOf(2, staff.email, address)]).toEqual([wait, 1]);
    }
  });

  test('a day after the last wait everything is forgotten', async () => {
    const staff = await makeStaff(db, { hasFactor: false });
    const address = freshAddress();
    await at(0);
    await allowedOf(5, staff.email, address);
    await at(15 + 24 * 60);
    expect(await allowedOf(6, staff.email, address)).toBe(5);
  });

  test('fewer than five in 15 minutes start anew afterwards', async () => {
    const staff = await makeStaff(db, { hasFactor: false });
    const address = freshAddress();
    await at(0);
    await allowedOf(4, staff.email, address);
    await at(15);
    expect(await allowedOf(6, staff.email, address)).toBe(5);
  });

  test('success clears the counter and gives back what it took from the address', async () => {
    const staff = await makeStaff(db, { hasFactor: false });
    const address = freshAddress();
    await allowedOf(4, staff.email, address);
    expect((await signIn(db, staff, { address })).accountId).toBe(staff.id);
    const { rows } = await db.owner.query(
      'SELECT key, count FROM throttle_counter WHERE key LIKE $1 ORDER BY key',
      [`%${address}`],
    );
    expect(rows).toEqual([
      { key: `address-day:${address}`, count: 4 },
      { key: `address-quarter:${address}`, count: 4 },
    ]);
    expect(await allowedOf(6, staff.email, address)).toBe(5);
  });
});

describe('S4 address', () => {
  const someone = (n: number) => `someone-${n}@firm.test`;

  test('30 in 15 minutes, then refused until the window ends', async () => {
    const address = freshAddress();
    await at(0);
    expect(await allowedOf(32, someone, address)).toBe(30);
    await at(15 - 1 / 60);
    expect(await allowedOf(1, someone, address)).toBe(0);
    await at(15);
    expect(await allowedOf(1, (n) => someone(n + 100), address)).toBe(1);
  });

  test('100 in a day, however they are spread', async () => {
    const address = freshAddress();
    let allowed = 0;
    for (let window = 0; window < 5; window++) {
      await at(window * 20);
      allowed += await allowedOf(30, (n) => someone(window * 30 + n), address);
    }
    expect(allowed).toBe(100);
  });

  test('an IPv6 network of /64 counts as one; the next network does not; IPv4 inside IPv6 is IPv4', async () => {
    expect(await allowedOf(8, 'six@firm.test', (n) => `2001:db8:1:1::${n + 1}`)).toBe(5);
    expect(await allowedOf(1, 'six@firm.test', '2001:db8:1:2::1')).toBe(1);
    const address = freshAddress();
    expect(await allowedOf(8, 'four@firm.test', (n) => (n % 2 ? address : `::ffff:${address}`))).toBe(5);
  });

  test('concurrent beginnings and ends from one address never wait for each other in a circle', async () => {
    const staff = await Promise.all([
      makeStaff(db, { hasFactor: false }),
      makeStaff(db, { hasFactor: false }),
      makeStaff(db, { hasFactor: false }),
    ]);
    const address = freshAddress();
    const work = Array.from({ length: 24 }, async (_, n) => {
      const account = staff[n % 3] ?? staff[0];
      if (!account) return;
      const attempt = await begin(db, 'STAFF', account.email, address);
      await finish(
        db,
        'STAFF',
        attempt.attemptId,
        n % 2 === 0 ? (account.password?.tag ?? wrongTag()) : wrongTag(),
      );
    });
    await expect(Promise.all(work)).resolves.toHaveLength(24);
  });
});
