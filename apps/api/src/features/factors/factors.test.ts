import {
  type AskedByServer,
  completeSetup,
  makeCustomer,
  makePasskey,
  makeSession,
  SoftAuthenticator,
} from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enrolPasskey, totpOfSecret } from '../../doors/testing/factors.ts';
import { auditRows, readValue, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, STAFF_URL, type TestDoors } from '../../doors/testing/test-doors.ts';

const RIGHT = 'seven slow herons over mud';
let doors: TestDoors;
beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
});
afterAll(() => doors[Symbol.asyncDispose]());

type As = { secret: string };
const call = (path: string, as: As | null, input: unknown = {}) => doors.staff.call(path, input, { as });
const asOf = (secret: string | null) => ({ secret: secret ?? '' });
const status = async (as: As) => (await call('auth.getCurrent', as, undefined)).status;

async function enrol(as: As) {
  const started = await call('factors.startTotp', as);
  const { secret, uri } = started.data<{ secret: string; uri: string }>();
  const totp = totpOfSecret(secret);
  return { uri, secret, totp, finished: await call('factors.confirmTotp', as, { code: totp.code() }) };
}

describe('G3: who owes a factor', () => {
  test('G3 allows nothing but enrolling it, without a second question, and everything afterwards', async () => {
    const password = await doors.password(RIGHT);
    const { account } = await staffUser(doors, { password, hasFactor: false, isAdmin: true });
    const signedIn = await doors.staff.call('auth.signIn', { identifier: account.email, password: RIGHT });
    const as = asOf(signedIn.secret);
    const { session } = (await call('auth.getCurrent', as, undefined)).data<{
      session: { duties: string[]; confirmedUntil: string | null };
    }>();
    expect(session.duties).toEqual(['enrol-second-factor']);
    expect(session.confirmedUntil).not.toBeNull();
    const refused = await call('users.listUsers', as, { limit: 5 });
    expect([refused.code, refused.error?.reason?.gate]).toEqual(['FORBIDDEN', 'G3']);
    expect((await call('sessions.list', as, undefined)).error?.reason?.gate).toBe('G3');
    const { finished } = await enrol(as);
    expect(finished.status).toBe(200);
    expect((await call('users.listUsers', asOf(finished.secret), { limit: 5 })).status).toBe(200);
  });
});

describe('S5, S7: an authenticator app', () => {
  test('S5 allows enrolling with the first code: ten recovery codes, and S7 ends all other sessions', async () => {
    const { account, as } = await staffUser(doors, { hasFactor: false });
    const other = await makeSession(doors.db, account);
    const { finished, uri } = await enrol(as);
    expect(uri).toContain(encodeURIComponent(account.email));
    const { recoveryCodes } = finished.data<{ recoveryCodes: string[] }>();
    expect(recoveryCodes).toHaveLength(10);
    expect([await status(as), await status(other), await status(asOf(finished.secret))]).toEqual([
      401, 401, 200,
    ]);
    const factors = (await call('factors.get', asOf(finished.secret), undefined)).data();
    expect(factors).toMatchObject({ recoveryCodesLeft: 10, isRequired: true, passkeys: [] });
    expect(factors['totp']).not.toBeNull();
    const actions = (await auditRows(doors)).filter((row) => row['actor_id'] === account.id);
    expect(actions.map((row) => row['action'])).toEqual(['factor.enrolment-started', 'factor.added']);
  });

  test('S5 refuses a wrong first code, and the app does not count', async () => {
    const { account, as } = await staffUser(doors, { hasFactor: false });
    await call('factors.startTotp', as);
    const answer = await call('factors.confirmTotp', as, { code: '000000' });
    expect(answer.code).toBe('INVALID_INPUT');
    expect(await readValue(doors, 'SELECT core.has_factor($1)', [account.id])).toBe(false);
    expect(await status(as)).toBe(200);
  });

  test('S8 refuses every change without a confirmed identity', async () => {
    const { as } = await staffUser(doors, { isConfirmed: false });
    for (const [path, input] of [
      ['factors.startTotp', {}],
      ['factors.confirmTotp', { code: '000000' }],
      ['factors.removeTotp', {}],
      ['factors.startPasskey', {}],
      ['factors.renewRecoveryCodes', {}],
    ] as const) {
      expect([path, (await call(path, as, input)).code]).toEqual([path, 'CONFIRM_IDENTITY']);
    }
  });

  test('S5: the seed is sealed in the database, and nothing of it is read back', async () => {
    const { account, as } = await staffUser(doors, { hasFactor: false });
    const { secret, finished } = await enrol(as);
    const rows = await readValue(
      doors,
      'SELECT encode(sealed_seed, $2) FROM totp_factor WHERE account_id = $1',
      [account.id, 'escape'],
    );
    expect(String(rows)).not.toContain(secret);
    const again = await call('factors.get', asOf(finished.secret), undefined);
    expect(again.text).not.toContain(secret);
    expect(doors.logged.join('\n')).not.toContain(secret);
  });
});

describe('S5: what is left', () => {
  test('S5 refuses removing the only factor where one is required, and allows one of two', async () => {
    const { account, as } = await staffUser(doors);
    const refused = await call('factors.removeTotp', as);
    expect(refused.code).toBe('CONFLICT');
    expect(refused.error?.userMessage).toContain('only one');
    expect(await status(as)).toBe(200);
    await makePasskey(doors.db, account);
    const removed = await call('factors.removeTotp', as);
    expect(removed.data()).toMatchObject({ totp: null });
    expect([await status(as), await status(asOf(removed.secret))]).toEqual([401, 200]);
  });

  test('S5 allows removing the last where none is required, and its recovery codes go with it', async () => {
    const account = await makeCustomer(doors.db);
    await enrolPasskey(doors, account);
    const as = await makeSession(doors.db, account, { isConfirmed: true });
    const { passkeys } = (await doors.portal.call('factors.get', undefined, { as })).data<{
      passkeys: { id: string }[];
    }>();
    const answer = await doors.portal.call('factors.removePasskey', { passkeyId: passkeys[0]?.id }, { as });
    expect(answer.data()).toMatchObject({ passkeys: [], recoveryCodesLeft: null });
    const codes = 'SELECT count(*)::int FROM recovery_code WHERE account_id = $1';
    expect(await readValue(doors, codes, [account.id])).toBe(0);
  });

  test('S5 refuses removing the last passkey of who signs in with passkeys alone', async () => {
    const { account, as } = await staffUser(doors);
    const { id } = await makePasskey(doors.db, account);
    await doors.db.owner.query('UPDATE account SET is_passkey_only = true WHERE id = $1', [account.id]);
    const refused = await call('factors.removePasskey', as, { passkeyId: id });
    expect(refused.error?.userMessage).toContain('passkeys alone');
    await makePasskey(doors.db, account);
    expect((await call('factors.removePasskey', as, { passkeyId: id })).status).toBe(200);
  });

  test("S5 refuses another's passkey, as if it were not there", async () => {
    const { as } = await staffUser(doors);
    const { id } = await makePasskey(doors.db, (await staffUser(doors)).account);
    const missing = await call('factors.removePasskey', as, {
      passkeyId: '00000000-0000-4000-8000-000000000000',
    });
    const foreign = await call('factors.removePasskey', as, { passkeyId: id });
    expect([foreign.status, foreign.text]).toEqual([404, missing.text]);
    expect((await call('factors.renamePasskey', as, { passkeyId: id, name: 'Mine' })).status).toBe(404);
  });

  test('S5: renewing replaces all ten codes together, ends other sessions, and needs a factor', async () => {
    const { account, as } = await staffUser(doors);
    const first = await call('factors.renewRecoveryCodes', as);
    const codes = first.data<{ recoveryCodes: string[] }>().recoveryCodes;
    const second = await call('factors.renewRecoveryCodes', asOf(first.secret));
    const next = second.data<{ recoveryCodes: string[] }>().recoveryCodes;
    expect(next.filter((code) => codes.includes(code))).toEqual([]);
    const stored = 'SELECT count(*)::int FROM recovery_code WHERE account_id = $1';
    expect(await readValue(doors, stored, [account.id])).toBe(10);
    expect(await status(asOf(first.secret))).toBe(401);
  });

  test('S5 allows ten passkeys and refuses an eleventh', async () => {
    const { account, as } = await staffUser(doors);
    for (let n = 0; n < 10; n += 1) await makePasskey(doors.db, account);
    const asked = await call('factors.startPasskey', as);
    const response = new SoftAuthenticator(STAFF_URL).register(asked.data<AskedByServer>());
    const answer = await call('factors.finishPasskey', as, { name: 'One too many', response });
    expect(answer.code).toBe('CONFLICT');
  });

  test('S5: a second factor brings no new codes while there are some', async () => {
    const { as } = await staffUser(doors, { hasFactor: false });
    const { finished } = await enrol(as);
    const next = asOf(finished.secret);
    const asked = await call('factors.startPasskey', next);
    const response = new SoftAuthenticator(STAFF_URL).register(asked.data<AskedByServer>());
    const answer = await call('factors.finishPasskey', next, { name: 'Key', response });
    expect(answer.data()).toEqual({ recoveryCodes: null });
    const factors = (await call('factors.get', asOf(answer.secret), undefined)).data<{
      passkeys: { name: string }[];
    }>();
    expect(factors.passkeys.map(({ name }) => name)).toEqual(['Key']);
  });
});
