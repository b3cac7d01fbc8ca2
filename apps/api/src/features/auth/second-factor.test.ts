import { completeSetup, makeCustomer, makeStaff } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { doorOfAccount, enrolTotp, giveRecoveryCodes } from '../../doors/testing/factors.ts';
import { auditRows, readValue } from '../../doors/testing/people.ts';
import { type Answer, openTestDoors, type TestDoor, type TestDoors } from '../../doors/testing/test-doors.ts';

const RIGHT = 'seven slow herons over mud';
/** In the middle of a step, and the database stands still there. */
const NOW = new Date('2026-11-30T12:00:15Z');
let doors: TestDoors;
let nextAddress = 1;
/** An address of its own for every test, so that nobody is throttled by a neighbour. */
const address = () => `198.18.${nextAddress >> 8}.${nextAddress++ & 255}`;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  await doors.db.setNow(NOW);
});
afterAll(() => doors[Symbol.asyncDispose]());

async function person(audience: 'STAFF' | 'CUSTOMER' = 'STAFF') {
  const password = await doors.password(RIGHT, audience);
  const make = audience === 'STAFF' ? makeStaff : makeCustomer;
  const account = await make(doors.db, { password, hasFactor: false });
  const totp = await enrolTotp(doors, account);
  const { door } = doorOfAccount(doors, account);
  return { account, code: (steps = 0) => totp.codeAt(NOW, steps), door };
}
type Person = Awaited<ReturnType<typeof person>>;

async function pendingFor({ account, door }: Person, from = address()) {
  const input = { identifier: account.email, password: RIGHT };
  const answer = await door.call('auth.signIn', input, { address: from });
  return { answer, from, pending: answer.pending };
}

const present = (door: TestDoor, code: string, pending: string | null, from: string) =>
  door.call('auth.presentTotp', { code }, { pending, address: from });

/** A code that is not the one given. */
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

const current = (door: TestDoor, answer: Answer) =>
  door.call('auth.getCurrent', undefined, { as: { secret: answer.secret ?? '' } });

const audited = async (action: string, { account }: Person) =>
  (await auditRows(doors, action)).filter((row) => row['object_id'] === account.id);

describe.each(['STAFF', 'CUSTOMER'] as const)('S5: signing in in two steps, %s', (audience) => {
  test('S5 allows: password, then the code of the app; until then there is no session', async () => {
    const who = await person(audience);
    const { answer, pending, from } = await pendingFor(who);
    expect(answer.data()).toEqual({ next: 'factor', totp: true, passkey: false, recoveryCode: false });
    expect(answer.secret).toBeNull();
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-sp_(?:staff|portal)_pending=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/,
    );
    expect(answer.text).not.toContain(pending);
    const done = await present(who.door, who.code(), pending, from);
    expect(done.data()).toEqual({ next: 'in' });
    expect((await current(who.door, done)).status).toBe(200);
    const method = 'SELECT method FROM session WHERE account_id = $1';
    expect(await readValue(doors, method, [who.account.id])).toBe('PASSWORD_TOTP');
    expect(done.device).toMatch(/^[\w-]{43}$/);
    expect(String(done.headers['set-cookie'])).toMatch(/_pending=; .*Max-Age=0/);
  });

  test('S5 refuses a wrong code, which stays on record, and then allows the right one', async () => {
    const who = await person(audience);
    const { pending, from } = await pendingFor(who);
    const answer = await present(who.door, other(who.code()), pending, from);
    expect([answer.code, answer.secret]).toEqual(['SIGN_IN_FAILED', null]);
    expect(await audited('session.factor-failed', who)).toHaveLength(1);
    expect((await present(who.door, who.code(), pending, from)).status).toBe(200);
  });

  test('S5 allows the code of the previous step, and refuses it a second time, and older and later ones', async () => {
    const who = await person(audience);
    const first = await pendingFor(who);
    expect((await present(who.door, who.code(-1), first.pending, first.from)).status).toBe(200);
    const second = await pendingFor(who);
    for (const steps of [-1, -2, 1]) {
      const answer = await present(who.door, who.code(steps), second.pending, second.from);
      expect([steps, answer.code]).toEqual([steps, 'SIGN_IN_FAILED']);
    }
    expect((await present(who.door, who.code(), second.pending, second.from)).status).toBe(200);
  });

  test('S5: twenty uses of one code and one pending sign-in at once succeed once', async () => {
    const who = await person(audience);
    const { pending } = await pendingFor(who);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => present(who.door, who.code(), pending, address())),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('S5: one code for twenty pending sign-ins at once succeeds once', async () => {
    const who = await person(audience);
    const pendings: (string | null)[] = [];
    for (let n = 0; n < 8; n += 1) pendings.push((await pendingFor(who)).pending);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => present(who.door, who.code(), pendings[n % 8] ?? null, address())),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('S5 allows a recovery code once, however it is typed, told and recorded; refuses it again', async () => {
    const who = await person(audience);
    const [code = ''] = await giveRecoveryCodes(doors, who.account);
    const use = async (text: string) => {
      const { pending, from, answer } = await pendingFor(who);
      expect(answer.data()).toMatchObject({ recoveryCode: true });
      return who.door.call('auth.presentRecoveryCode', { code: text }, { pending, address: from });
    };
    expect((await use(` ${code.toLowerCase().replaceAll('-', ' ')}`)).data()).toEqual({ next: 'in' });
    expect((await use(code)).code).toBe('SIGN_IN_FAILED');
    const rows = await audited('factor.recovery-code-used', who);
    expect(rows.map((row) => row['after'])).toEqual([{ left: 9 }]);
  });

  test('S5: twenty uses of one recovery code at once succeed once', async () => {
    const who = await person(audience);
    const [code = ''] = await giveRecoveryCodes(doors, who.account);
    const pendings: (string | null)[] = [];
    for (let n = 0; n < 8; n += 1) pendings.push((await pendingFor(who)).pending);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        who.door.call(
          'auth.presentRecoveryCode',
          { code },
          { pending: pendings[n % 8] ?? null, address: address() },
        ),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const used = 'SELECT count(*)::int FROM recovery_code WHERE account_id = $1 AND used_at IS NOT NULL';
    expect(await readValue(doors, used, [who.account.id])).toBe(1);
  });
});

describe('S4, S5: a pending sign-in', () => {
  test('S4 refuses after five tries, also the right code, and says to start again', async () => {
    const who = await person();
    const { pending } = await pendingFor(who);
    for (let n = 0; n < 5; n += 1) {
      expect((await present(who.door, other(who.code()), pending, address())).code).toBe('SIGN_IN_FAILED');
    }
    const answer = await present(who.door, who.code(), pending, address());
    expect([answer.code, answer.secret]).toEqual(['UNAUTHENTICATED', null]);
  });

  test('S4 refuses more codes from unknown devices than ten in an hour, however many sign-ins are begun', async () => {
    const who = await person();
    let tried = 0;
    for (let round = 0; round < 3; round += 1) {
      const { pending } = await pendingFor(who);
      for (let n = 0; n < 5; n += 1) {
        await present(who.door, other(who.code()), pending, address());
        tried += 1;
      }
    }
    expect(tried).toBe(15);
    expect(await audited('session.factor-failed', who)).toHaveLength(10);
    const { pending } = await pendingFor(who);
    expect((await present(who.door, who.code(), pending, address())).code).toBe('SIGN_IN_FAILED');
  });

  test('S5 refuses a code without a pending sign-in, with another door’s, after ten minutes, or after S7', async () => {
    const who = await person();
    const customer = await person('CUSTOMER');
    const from = address();
    const { pending: foreign } = await pendingFor(customer);
    expect((await present(who.door, who.code(), null, from)).code).toBe('UNAUTHENTICATED');
    expect((await present(who.door, who.code(), foreign, from)).code).toBe('UNAUTHENTICATED');

    const old = await pendingFor(who);
    const earlier = 'UPDATE pending_sign_in SET expires_at = app.now() WHERE account_id = $1';
    await doors.db.owner.query(earlier, [who.account.id]);
    expect((await present(who.door, who.code(), old.pending, from)).code).toBe('UNAUTHENTICATED');

    const changed = await pendingFor(who);
    await doors.db.owner.query('UPDATE account SET auth_epoch = auth_epoch + 1 WHERE id = $1', [
      who.account.id,
    ]);
    expect((await present(who.door, who.code(), changed.pending, from)).code).toBe('UNAUTHENTICATED');

    const suspended = await pendingFor(who);
    await doors.db.owner.query('UPDATE account SET suspended_at = app.now() WHERE id = $1', [who.account.id]);
    expect((await present(who.door, who.code(), suspended.pending, from)).code).toBe('UNAUTHENTICATED');
  });

  test('S5: a seed that was moved to another account opens nothing there', async () => {
    const [one, two] = [await person(), await person()];
    await doors.db.owner.query(
      `UPDATE totp_factor SET sealed_seed = (SELECT sealed_seed FROM totp_factor WHERE account_id = $1)
       WHERE account_id = $2`,
      [one.account.id, two.account.id],
    );
    const { pending, from } = await pendingFor(two);
    expect((await present(two.door, one.code(), pending, from)).status).toBe(500);
  });

  test('S6: twenty sign-ins at once leave ten sessions', async () => {
    const password = await doors.password(RIGHT, 'CUSTOMER');
    const account = await makeCustomer(doors.db, { password });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        doors.portal.call(
          'auth.signIn',
          { identifier: account.email, password: RIGHT },
          { address: `198.19.7.${n}` },
        ),
      ),
    );
    const isIn = answers.filter(({ status }) => status === 200).length;
    expect(isIn).toBeGreaterThanOrEqual(10);
    const live = 'SELECT count(*)::int FROM session WHERE account_id = $1 AND ended_at IS NULL';
    expect(await readValue(doors, live, [account.id])).toBe(10);
  });
});
