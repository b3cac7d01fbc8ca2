import { completeSetup, makeCompany, makeCustomer, makeSession, makeStaff } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enrolTotp, giveRecoveryCodes } from '../../doors/testing/factors.ts';
import { auditRows, readValue } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';
import { setMailServer, waitingMails } from '../../mail/testing/test-mail.ts';

const PASSWORD = 'grey foxes borrow umbrellas';
let doors: TestDoors;
let nextAddress = 1;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  await setMailServer(doors);
});
afterAll(() => doors[Symbol.asyncDispose]());

type DoorName = 'staff' | 'portal';
const freshAddress = () => `203.0.113.${nextAddress++}`;

function request(identifier: string, door: DoorName = 'staff', headers: Record<string, string> = {}) {
  return doors[door].call('passwordReset.request', { identifier }, { address: freshAddress(), headers });
}

function complete(secret: string, more: Record<string, unknown> = {}, door: DoorName = 'staff') {
  const input = { secret, newPassword: PASSWORD, ...more };
  return doors[door].call('passwordReset.complete', input, { address: freshAddress() });
}

const plain = (input: Parameters<typeof makeStaff>[1] = {}) =>
  makeStaff(doors.db, { hasFactor: false, ...input });

/** The secret of the link that waits to be mailed. */
async function linkFor(account: { id: string; email: string }, door: DoorName = 'staff'): Promise<string> {
  await request(account.email, door);
  const mails = await waitingMails(doors, account.id);
  return String(mails.at(-1)?.variables['secret']);
}

describe('asking for a new password', () => {
  test('S10 known, unknown, inactive, suspended, passkey-only and of the other door get the same answer', async () => {
    const known = await plain();
    const inactive = await plain({ status: 'INACTIVE' });
    const suspended = await plain({ suspendedAt: new Date() });
    const customer = await makeCustomer(doors.db);
    const passkeyOnly = await plain();
    await doors.db.owner.query('UPDATE account SET is_passkey_only = true WHERE id = $1', [passkeyOnly.id]);
    const everybody = [known, inactive, suspended, customer, passkeyOnly, { email: 'nobody@example.test' }];
    const answers = await Promise.all(everybody.map(({ email }) => request(email)));
    const shapes = answers.map(({ status, text, headers }) => {
      const { 'x-request-id': _id, date: _date, ...rest } = headers;
      return JSON.stringify({ status, text, rest });
    });
    expect(new Set(shapes).size).toBe(1);
    expect(answers[0]?.data()).toEqual({ done: true });
    expect(await waitingMails(doors, known.id)).toMatchObject([
      { kind: 'password-reset', recipient: known.email, door: 'STAFF' },
    ]);
    for (const { id } of [inactive, suspended, customer, passkeyOnly]) {
      expect(await waitingMails(doors, id)).toEqual([]);
    }
  });

  test('S10 answers of known and unknown take their time alike', async () => {
    const known = await plain();
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 4; round += 1) {
      for (const [kind, identifier] of [
        ['known', known.email],
        ['unknown', `nobody-${round}@example.test`],
      ] as const) {
        const startedAt = performance.now();
        await request(identifier);
        times[kind].push(performance.now() - startedAt);
      }
    }
    // Neither is ever answered before the even time; what lies above it is the machine.
    expect(Math.min(...times.known, ...times.unknown)).toBeGreaterThanOrEqual(299);
  });

  test('S4 counts by account, however it is named, and by address; refused looks like sent', async () => {
    const account = await plain({ username: 'ada.berg' });
    for (let n = 0; n < 6; n += 1) {
      const answer = await request(n % 2 === 0 ? account.email : 'ADA.Berg');
      expect(answer.data()).toEqual({ done: true });
    }
    const sixth = (await waitingMails(doors, account.id)).length;
    for (let n = 0; n < 6; n += 1) await request(account.email);
    expect(sixth).toBe(6);
    // Ten an hour from unknown devices.
    expect(await waitingMails(doors, account.id)).toHaveLength(10);
  });

  test('S10 only the newest link works', async () => {
    const account = await plain();
    const [first, second] = [await linkFor(account), await linkFor(account)];
    expect((await complete(first)).code).toBe('LINK_INVALID');
    expect((await complete(second)).data()).toEqual({ next: 'done' });
  });

  test('U5 without a mail server nothing is made, and the answer is the same', async () => {
    const account = await plain();
    await doors.db.owner.query('DELETE FROM mail_setting');
    const answer = await request(account.email);
    await setMailServer(doors);
    expect(answer.data()).toEqual({ done: true });
    const links = await readValue(doors, 'SELECT count(*)::int FROM one_time_link WHERE account_id = $1', [
      account.id,
    ]);
    expect(links).toBe(0);
  });

  test('links ignore Host and forwarded headers', async () => {
    const account = await plain();
    const forged = {
      'x-forwarded-host': 'evil.test',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.test',
    };
    await request(account.email, 'staff', forged);
    const refused = await request(account.email, 'staff', { host: 'evil.test' });
    expect(refused.status).not.toBe(200);
    const [mail] = await waitingMails(doors, account.id);
    // What waits holds the secret alone: the worker puts the configured URL before it.
    expect(Object.keys(mail?.variables ?? {}).sort()).toEqual(['isRequestedByOther', 'secret']);
  });
});

describe('choosing a new password', () => {
  test('S10 sets it, ends every session, signs nobody in, and says so by mail', async () => {
    const account = await plain();
    const as = await makeSession(doors.db, account);
    const answer = await complete(await linkFor(account));
    expect(answer.data()).toEqual({ next: 'done' });
    expect(answer.secret).toBeNull();
    expect((await doors.staff.call('auth.getCurrent', undefined, { as })).status).toBe(401);
    const input = { identifier: account.email, password: PASSWORD };
    expect((await doors.staff.call('auth.signIn', input)).data()).toMatchObject({ next: 'in' });
    expect(await waitingMails(doors, account.id)).toMatchObject([
      { kind: 'password-reset' },
      { kind: 'password-changed', variables: { how: 'reset' }, notMeSecret: expect.any(String) },
    ]);
    const reasons = await readValue(
      doors,
      'SELECT array_agg(DISTINCT end_reason) FROM session WHERE id = $1',
      [as.id],
    );
    expect(reasons).toEqual(['PASSWORD_RESET']);
    const rows = (await auditRows(doors)).filter((row) => row['object_id'] === account.id);
    expect(rows.map((row) => row['action'])).toEqual(
      expect.arrayContaining(['account.reset-requested', 'account.password-reset']),
    );
  });

  test('S10 of twenty at once exactly one is through', async () => {
    const account = await plain();
    const secret = await linkFor(account);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => complete(secret, { newPassword: `${PASSWORD} ${n}` })),
    );
    const done = answers.filter(({ code }) => code === null);
    expect(done).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'LINK_INVALID')).toHaveLength(19);
  });

  test('S10 ten GETs consume nothing', async () => {
    const account = await plain();
    const secret = await linkFor(account);
    for (let n = 0; n < 10; n += 1) {
      const input = encodeURIComponent(JSON.stringify({ secret, newPassword: PASSWORD }));
      const answer = await doors.staff.send(`/trpc/passwordReset.complete?input=${input}`);
      expect(answer.status).toBe(404);
    }
    expect((await complete(secret)).data()).toEqual({ next: 'done' });
  });

  test('S10 unknown, used, ended, withdrawn, of an inactive account and of the other door answer the same', async () => {
    const used = await plain();
    const usedLink = await linkFor(used);
    await complete(usedLink);
    const ended = await plain();
    const endedLink = await linkFor(ended);
    await doors.db.owner.query(
      `UPDATE one_time_link SET expires_at = app.now() - interval '1 second' WHERE account_id = $1`,
      [ended.id],
    );
    const inactive = await plain();
    const inactiveLink = await linkFor(inactive);
    await doors.db.owner.query(`UPDATE account SET status = 'INACTIVE' WHERE id = $1`, [inactive.id]);
    const customer = await makeCustomer(doors.db);
    const customerLink = await linkFor(customer, 'portal');
    const texts = [];
    for (const secret of ['x'.repeat(43), usedLink, endedLink, inactiveLink, customerLink]) {
      texts.push((await complete(secret)).text);
    }
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain('LINK_INVALID');
    expect(await readValue(doors, 'SELECT status FROM account WHERE id = $1', [inactive.id])).toBe(
      'INACTIVE',
    );
    expect((await complete(customerLink, {}, 'portal')).data()).toEqual({ next: 'done' });
  });

  test('S10 the link lives for thirty minutes', async () => {
    const account = await plain();
    await linkFor(account);
    const life = await readValue(
      doors,
      `SELECT extract(epoch FROM expires_at - created_at)::int FROM one_time_link WHERE account_id = $1`,
      [account.id],
    );
    expect(life).toBe(1_800);
  });

  test('S2 a password that is refused leaves the link unused; twelve are enough where a factor is enforced', async () => {
    const account = await plain({ displayName: 'Orlando Furioso' });
    const secret = await linkFor(account);
    expect((await complete(secret, { newPassword: 'my orlando furioso rides' })).code).toBe(
      'PASSWORD_REFUSED',
    );
    expect((await complete(secret, { newPassword: 'eleven char' })).code).toBe('PASSWORD_REFUSED');
    expect((await complete(secret, { newPassword: 'ivory goats!' })).data()).toEqual({ next: 'done' });
    const customer = await makeCustomer(doors.db);
    const link = await linkFor(customer, 'portal');
    expect((await complete(link, { newPassword: 'ivory goats!' }, 'portal')).code).toBe('PASSWORD_REFUSED');
  });

  test('G3 it fulfils the duty to change the password, and S4 opens a password that strangers closed', async () => {
    const account = await plain();
    await doors.db.owner.query('UPDATE account SET must_change_password = true WHERE id = $1', [account.id]);
    await doors.db.owner.query(
      `INSERT INTO throttle_counter (key, window_started_at, window_seconds, count)
       VALUES ('closed:PASSWORD:STAFF:' || $1, app.now(), 315360000, 100)`,
      [account.id],
    );
    await complete(await linkFor(account));
    const input = { identifier: account.email, password: PASSWORD };
    expect((await doors.staff.call('auth.signIn', input)).data()).toMatchObject({ next: 'in' });
    const owed = await readValue(doors, 'SELECT must_change_password FROM account WHERE id = $1', [
      account.id,
    ]);
    expect(owed).toBe(false);
  });
});

describe('with a second factor', () => {
  test('S10 the code is asked for, wrong ones change nothing, the right one is used once', async () => {
    const account = await plain();
    const totp = await enrolTotp(doors, account);
    const wrongCode = totp.codeAt(new Date(), 50);
    const code = totp.code();
    const secret = await linkFor(account);
    expect((await complete(secret)).data()).toEqual({ next: 'factor', hasTotp: true, isWrong: false });
    const wrong = await complete(secret, { code: wrongCode });
    expect(wrong.data()).toEqual({ next: 'factor', hasTotp: true, isWrong: true });
    expect((await complete(secret, { code })).data()).toEqual({ next: 'done' });
    const failures = (await auditRows(doors, 'session.factor-failed')).filter(
      (row) => row['object_id'] === account.id,
    );
    expect(failures).toHaveLength(1);
  });

  test('S10 a recovery code does as well, once', async () => {
    const account = await plain();
    await enrolTotp(doors, account);
    const [recovery = ''] = await giveRecoveryCodes(doors, account);
    expect((await complete(await linkFor(account), { code: recovery })).data()).toEqual({ next: 'done' });
    const again = await complete(await linkFor(account), { code: recovery });
    expect(again.data()).toMatchObject({ next: 'factor', isWrong: true });
  });

  test('S4 codes cannot be tried without end, whatever the address', async () => {
    const account = await plain();
    const totp = await enrolTotp(doors, account);
    const wrongCode = totp.codeAt(new Date(), 50);
    const code = totp.code();
    const secret = await linkFor(account);
    for (let n = 0; n < 10; n += 1) await complete(secret, { code: wrongCode });
    expect((await complete(secret, { code })).data()).toMatchObject({ next: 'factor', isWrong: true });
  });
});

describe('at the portal', () => {
  test('S10 customers reset at their own door; staff are unknown there', async () => {
    const company = await makeCompany(doors.db);
    const customer = await makeCustomer(doors.db, { company });
    const staff = await plain();
    await request(staff.email, 'portal');
    expect(await waitingMails(doors, staff.id)).toEqual([]);
    const secret = await linkFor(customer, 'portal');
    expect((await complete(secret, {}, 'portal')).data()).toEqual({ next: 'done' });
    expect(await waitingMails(doors, customer.id)).toMatchObject([
      { kind: 'password-reset', door: 'PORTAL' },
      { kind: 'password-changed', door: 'PORTAL' },
    ]);
  });
});
