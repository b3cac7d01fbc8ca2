import { completeSetup, makeStaff } from '@sallyport/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { enrolPasskey } from '../../doors/testing/factors.ts';
import { readValue } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';

const RIGHT = 'seven slow herons over mud';
const WRONG = 'eight slow herons over mud';
const START = new Date('2026-11-30T12:00:00Z');
let doors: TestDoors;
let nextAddress = 1;
const address = () => `198.18.${nextAddress >> 8}.${nextAddress++ & 255}`;
const after = (minutes: number) => doors.db.setNow(new Date(START.getTime() + minutes * 60_000));

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
});
beforeEach(() => after(0));
afterAll(() => doors[Symbol.asyncDispose]());

async function person() {
  return makeStaff(doors.db, { password: await doors.password(RIGHT), hasFactor: false });
}
type Person = Awaited<ReturnType<typeof person>>;

function signIn(
  { email }: Person,
  password: string,
  options: { from?: string; device?: string | null } = {},
) {
  const { from = address(), device = null } = options;
  return doors.staff.call('auth.signIn', { identifier: email, password }, { address: from, device });
}

/** How many of these wrong passwords were looked at, and not refused before. */
async function counted(work: () => Promise<unknown>): Promise<number> {
  const before = doors.hashes();
  await work();
  return doors.hashes() - before;
}

async function many(times: number, work: (n: number) => Promise<unknown>): Promise<void> {
  for (let n = 0; n < times; n += 1) await work(n);
}

describe('S4: known devices', () => {
  test('S4 allows the owner on a known device whatever strangers do, also from the owner’s own address', async () => {
    const who = await person();
    const from = address();
    const { device } = await signIn(who, RIGHT, { from });
    await many(8, () => signIn(who, WRONG, { from }));
    await many(12, () => signIn(who, WRONG));
    expect((await signIn(who, RIGHT, { from })).status).toBe(401);
    expect((await signIn(who, RIGHT)).status).toBe(401);
    expect((await signIn(who, RIGHT, { from, device })).status).toBe(200);
  });

  test('S4 refuses on the known device too after five, for that device alone', async () => {
    const who = await person();
    const [one, two] = [await signIn(who, RIGHT), await signIn(who, RIGHT)];
    expect(await counted(() => many(8, () => signIn(who, WRONG, { device: one.device })))).toBe(5);
    expect((await signIn(who, RIGHT, { device: one.device })).status).toBe(401);
    expect((await signIn(who, RIGHT, { device: two.device })).status).toBe(200);
  });

  test('S4: a device is known to the accounts that signed in on it, and keeps its secret', async () => {
    const [one, two] = [await person(), await person()];
    const first = await signIn(one, RIGHT);
    const second = await signIn(two, RIGHT, { device: first.device });
    expect(second.device).toBe(first.device);
    const known = 'SELECT count(*)::int FROM known_device WHERE account_id = ANY ($1::uuid[])';
    expect(await readValue(doors, known, [[one.id, two.id]])).toBe(2);
    // What one account knows is nothing to a third.
    const third = await person();
    expect(await counted(() => many(12, () => signIn(third, WRONG, { device: first.device })))).toBe(10);
  });

  test('S4: a wrong password makes no device known, and attempts remember which device they came from', async () => {
    const who = await person();
    const failed = await signIn(who, WRONG);
    expect(failed.device).toBeNull();
    const { device } = await signIn(who, RIGHT);
    await signIn(who, WRONG, { device });
    const found = `SELECT count(*)::int FROM sign_in_attempt WHERE account_id = $1 AND device_id IS NOT NULL
      AND outcome = 'FAILED' AND kind = 'PASSWORD'`;
    expect(await readValue(doors, found, [who.id])).toBe(1);
  });

  test('S4: a device that was not used for a year is a stranger', async () => {
    const who = await person();
    const { device } = await signIn(who, RIGHT);
    await doors.db.owner.query(
      `UPDATE known_device SET last_used_at = app.now() - interval '366 days' WHERE account_id = $1`,
      [who.id],
    );
    expect(await counted(() => many(12, () => signIn(who, WRONG, { device })))).toBe(10);
  });
});

describe('S4: unknown devices', () => {
  test('S4 refuses more than ten an hour for one account, from wherever they come; then allows again', async () => {
    const who = await person();
    expect(await counted(() => many(14, () => signIn(who, WRONG)))).toBe(10);
    await after(59);
    expect(await counted(() => signIn(who, WRONG))).toBe(0);
    await after(61);
    expect((await signIn(who, RIGHT)).status).toBe(200);
  });

  test('S4: 100 failures close the password there until a known device, and administrators are told', async () => {
    const alerts = `SELECT count(*)::int FROM security_alert WHERE kind = 'PASSWORD_CLOSED' AND account_id = $1
      AND closed_at IS NULL`;
    const who = await person();
    const { device } = await signIn(who, RIGHT);
    await doors.db.owner.query(
      `INSERT INTO throttle_counter (key, window_started_at, window_seconds, count)
       VALUES ('closed:PASSWORD:STAFF:' || $1, app.now(), 315360000, 95)`,
      [who.id],
    );
    await many(4, () => signIn(who, WRONG));
    expect(await readValue(doors, alerts, [who.id])).toBe(0);
    expect(await counted(() => many(3, () => signIn(who, WRONG)))).toBe(1);
    await after(30 * 24 * 60);
    expect(await counted(() => signIn(who, RIGHT))).toBe(0);
    expect(await readValue(doors, alerts, [who.id])).toBe(1);
    expect((await signIn(who, RIGHT, { device })).status).toBe(200);
    expect((await signIn(who, RIGHT)).status).toBe(200);
  });

  test('S4: a passkey opens a closed password again', async () => {
    const who = await person();
    const authenticator = await enrolPasskey(doors, who);
    const failures =
      'INSERT INTO throttle_counter (key, window_started_at, window_seconds, count) VALUES ($1, app.now(), 315360000, 100)';
    await doors.db.owner.query(failures, [`closed:PASSWORD:STAFF:${who.id}`]);
    expect((await signIn(who, RIGHT)).status).toBe(401);
    const asked = await doors.staff.call('auth.startPasskeySignIn', {}, { address: address() });
    const response = authenticator.sign(asked.data<{ challenge: string }>());
    const entered = await doors.staff.call('auth.signInWithPasskey', { response }, { address: address() });
    expect(entered.status).toBe(200);
    expect((await signIn(who, RIGHT)).data()).toMatchObject({ next: 'factor' });
  });
});

describe('S4: spraying', () => {
  const open = `SELECT detail FROM security_alert WHERE kind = 'PASSWORD_SPRAYING' AND subject = $1
    AND closed_at IS NULL`;

  test('S4: eight accounts failing from one address within a quarter of an hour raise one alert, seven none', async () => {
    const from = address();
    const people = await Promise.all(Array.from({ length: 9 }, person));
    for (const who of people.slice(0, 7)) await signIn(who, WRONG, { from });
    expect(await readValue(doors, open, [from])).toBeUndefined();
    for (const who of people.slice(7)) await signIn(who, WRONG, { from });
    expect(await readValue(doors, open, [from])).toEqual({ accounts: 9 });
  });

  test('S4: an IPv6 network counts as one, and slow failures do not count together', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, person));
    for (const [n, who] of people.entries()) await signIn(who, WRONG, { from: `2001:db8:7:7::${n + 1}` });
    expect(await readValue(doors, open, ['2001:db8:7:7::/64'])).toEqual({ accounts: 8 });
    const from = address();
    for (const [n, who] of people.entries()) {
      await after(n * 3);
      await signIn(who, WRONG, { from });
    }
    expect(await readValue(doors, open, [from])).toBeUndefined();
  });
});
