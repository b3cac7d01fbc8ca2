import { newRecoveryCodes } from '@sallyport/auth';
import { completeSetup, makeCustomer, makeStaff } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enrolTotp } from '../../doors/testing/factors.ts';
import { auditRows, readValue } from '../../doors/testing/people.ts';
import { type Answer, openTestDoors, type TestDoor, type TestDoors } from '../../doors/testing/test-doors.ts';

const RIGHT = 'seven slow herons over mud';
let doors: TestDoors;
let nextAddress = 1;
/** An address of its own for every test, so that nobody is throttled by a neighbour. */
const address = () => `203.0.113.${nextAddress++}`;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
});
afterAll(() => doors[Symbol.asyncDispose]());

async function person(audience: 'STAFF' | 'CUSTOMER' = 'STAFF') {
  const password = await doors.password(RIGHT, audience);
  const make = audience === 'STAFF' ? makeStaff : makeCustomer;
  const account = await make(doors.db, { password, hasFactor: false });
  const totp = await enrolTotp(doors, account);
  const door = audience === 'STAFF' ? doors.staff : doors.portal;
  return { account, totp, door };
}

async function pendingFor({ account, door }: Awaited<ReturnType<typeof person>>, from = address()) {
  const input = { identifier: account.email, password: RIGHT };
  const answer = await door.call('auth.signIn', input, { address: from });
  return { answer, from, pending: answer.pending };
}

const present = (door: TestDoor, code: string, pending: string | null, from: string) =>
  door.call('auth.presentTotp', { code }, { pending, address: from });

/** A code that is not the one given. */
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

async function storeCodes(accountId: string) {
  const codes = newRecoveryCodes();
  for (const { hash } of codes) {
    await doors.db.owner.query('INSERT INTO recovery_code (account_id, code_hash) VALUES ($1, $2)', [
      accountId,
      Buffer.from(hash),
    ]);
  }
  return codes.map(({ text }) => text);
}

const current = (door: TestDoor, answer: Answer) =>
  door.call('auth.getCurrent', undefined, { as: { secret: answer.secret ?? '' } });

describe.each(['STAFF', 'CUSTOMER'] as const)('S5: signing in in two steps, %s', (audience) => {
  test('S5 allows: password, then the code of the app; until then there is no session', async () => {
    const who = await person(audience);
    const { answer, pending, from } = await pendingFor(who);
    expect(answer.data()).toEqual({ next: 'factor', totp: true, passkey: false, recoveryCode: false });
    expect(answer.secret).toBeNull();
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-sp_(?:staff|portal)_pending=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/,
    );
    const done = await present(who.door, who.totp.code(), pending, from);
    expect(done.data()).toEqual({ next: 'in' });
    expect((await current(who.door, done)).status).toBe(200);
    expect(await readValue(doors, 'SELECT method FROM session WHERE account_id = $1', [who.account.id])).toBe(
      'PASSWORD_TOTP',
    );
    expect(done.device).toMatch(/^[\w-]{43}$/);
    expect(String(done.headers['set-cookie'])).toMatch(/_pending=; .*Max-Age=0/);
  });

  test('S5 refuses a wrong code, and the wrong one stays on record', async () => {
    const who = await person(audience);
    const { pending, from } = await pendingFor(who);
    const answer = await present(who.door, other(who.totp.code()), pending, from);
    expect([answer.code, answer.secret]).toEqual(['SIGN_IN_FAILED', null]);
    const rows = await auditRows(doors, 'session.factor-failed');
    expect(rows.filter((row) => row['object_id'] === who.account.id)).toHaveLength(1);
    expect((await present(who.door, who.totp.code(), pending, from)).status).toBe(200);
  });

  test('S5 allows the code of the previous step, once; and refuses it a second time', async () => {
    const who = await person(audience);
    const first = await pendingFor(who);
    const code = who.totp.code(-1);
    expect((await present(who.door, code, first.pending, first.from)).status).toBe(200);
    const second = await pendingFor(who);
    expect((await present(who.door, code, second.pending, second.from)).code).toBe('SIGN_IN_FAILED');
    expect((await present(who.door, who.totp.code(-2), second.pending, second.from)).code).toBe(
      'SIGN_IN_FAILED',
    );
    expect((await present(who.door, who.totp.code(), second.pending, second.from)).status).toBe(200);
  });

  test('S5: twenty uses of one code and one pending sign-in at once succeed once', async () => {
    const who = await person(audience);
    const { pending } = await pendingFor(who);
    const code = who.totp.code();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => present(who.door, code, pending, address())),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});
