import { completeSetup, makeCustomer, makeSession, makeStaff } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditRows, readValue, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';
import { setMailServer, waitingMails } from '../../mail/testing/test-mail.ts';

let doors: TestDoors;
let next = 1;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  await setMailServer(doors);
});
afterAll(() => doors[Symbol.asyncDispose]());

type DoorName = 'staff' | 'portal';
const freshEmail = () => `new-${next++}@example.test`;

function change(as: { secret: string }, newEmail: string, door: DoorName = 'staff') {
  return doors[door].call('emailChange.request', { newEmail }, { as });
}
function confirm(secret: string, door: DoorName = 'staff') {
  return doors[door].call('emailChange.confirm', { secret }, { address: `198.51.100.${next++}` });
}
async function secretFor(accountId: string): Promise<string> {
  const mails = await waitingMails(doors, accountId);
  return String(mails.findLast(({ kind }) => kind === 'email-change-confirm')?.variables['secret']);
}
const emailOf = (id: string) => readValue(doors, 'SELECT email FROM account WHERE id = $1', [id]);

describe('another address', () => {
  test.each(['staff', 'portal'] as const)(
    'U6 counts once it is confirmed, is announced at the old one, and S7 ends every session: %s',
    async (door) => {
      const account = door === 'staff' ? await makeStaff(doors.db) : await makeCustomer(doors.db);
      const as = await makeSession(doors.db, account, { isConfirmed: true });
      const email = freshEmail();
      expect((await change(as, email, door)).data()).toEqual({ done: true });
      expect(await emailOf(account.id)).toBe(account.email);
      expect(await waitingMails(doors, account.id)).toMatchObject([
        { kind: 'email-change-confirm', recipient: email },
      ]);
      const answer = await confirm(await secretFor(account.id), door);
      expect(answer.data()).toEqual({ done: true });
      expect(answer.secret).toBeNull();
      expect(await emailOf(account.id)).toBe(email);
      expect((await waitingMails(doors, account.id)).at(-1)).toMatchObject({
        kind: 'email-changed',
        recipient: account.email,
        notMeSecret: expect.any(String),
      });
      expect((await doors[door].call('auth.getCurrent', undefined, { as })).status).toBe(401);
      const rows = (await auditRows(doors)).filter((row) => row['object_id'] === account.id);
      expect(rows.map((row) => row['action'])).toEqual(
        expect.arrayContaining(['account.email-change-requested', 'account.email-changed']),
      );
      expect(JSON.stringify(rows)).not.toContain(email);
    },
  );

  test('S8 refuses without a lately confirmed identity', async () => {
    const { as } = await staffUser(doors, { isConfirmed: false });
    expect((await change(as, freshEmail())).code).toBe('CONFIRM_IDENTITY');
  });

  test('U6 a taken address is answered like a free one and written to by nobody', async () => {
    const [{ account, as }, other] = [await staffUser(doors), await makeStaff(doors.db)];
    expect((await change(as, other.email)).data()).toEqual({ done: true });
    expect(await waitingMails(doors, account.id)).toEqual([]);
    expect(await waitingMails(doors, other.id)).toEqual([]);
  });

  test('U6 an address that was taken in the meantime stays with whoever took it', async () => {
    const { account, as } = await staffUser(doors);
    const email = freshEmail();
    await change(as, email);
    await makeStaff(doors.db, { email });
    expect((await confirm(await secretFor(account.id))).code).toBe('LINK_INVALID');
    expect(await emailOf(account.id)).toBe(account.email);
  });

  test('S10 of ten at once one confirms; used, replaced and of the other door are invalid alike', async () => {
    const { account, as } = await staffUser(doors);
    await change(as, freshEmail());
    const replaced = await secretFor(account.id);
    const email = freshEmail();
    await change(as, email);
    const secret = await secretFor(account.id);
    expect((await confirm(replaced)).code).toBe('LINK_INVALID');
    expect((await confirm(secret, 'portal')).code).toBe('LINK_INVALID');
    const answers = await Promise.all(Array.from({ length: 10 }, () => confirm(secret)));
    expect(answers.filter(({ code }) => code === null)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'LINK_INVALID')).toHaveLength(9);
  });

  test('S4 five an hour, and more change nothing', async () => {
    const { account, as } = await staffUser(doors);
    for (let n = 0; n < 7; n += 1) await change(as, freshEmail());
    expect(await waitingMails(doors, account.id)).toHaveLength(5);
  });

  test('U6 without a mail server it says so', async () => {
    const { as } = await staffUser(doors);
    await doors.db.owner.query('DELETE FROM mail_setting');
    const answer = await change(as, freshEmail());
    await setMailServer(doors);
    expect(answer.error).toMatchObject({ code: 'CONFLICT', reason: { rule: 'U6' } });
  });
});

describe('this was not me', () => {
  const report = (secret: string, door: DoorName = 'staff') =>
    doors[door].call('notices.notMe', { secret }, { address: `198.51.100.${next++}` });

  test('S7 ends sessions and tokens, closes the password, brings the address back, raises an alert', async () => {
    const { account, as } = await staffUser(doors);
    await change(as, freshEmail());
    await confirm(await secretFor(account.id));
    const stranger = await makeSession(doors.db, account);
    const notice = (await waitingMails(doors, account.id)).at(-1);
    const answer = await report(notice?.notMeSecret ?? '');
    expect(answer.data()).toEqual({ done: true });
    expect(answer.secret).toBeNull();
    expect(await emailOf(account.id)).toBe(account.email);
    expect((await doors.staff.call('auth.getCurrent', undefined, { as: stranger })).status).toBe(401);
    const password = account.password ? 'whatever it was' : '';
    const signIn = await doors.staff.call('auth.signIn', { identifier: account.email, password });
    expect(signIn.status).toBe(401);
    const state = await doors.db.owner.query(
      `SELECT must_change_password AS owes, (SELECT count(*)::int FROM known_device WHERE account_id = $1) AS devices,
         (SELECT array_agg(kind) FROM security_alert WHERE account_id = $1 AND closed_at IS NULL) AS alerts,
         (SELECT count FROM throttle_counter WHERE key = 'closed:PASSWORD:STAFF:' || $1::text) AS closed
       FROM account WHERE id = $1`,
      [account.id],
    );
    expect(state.rows[0]).toMatchObject({ owes: true, devices: 0, alerts: ['NOT_ME'], closed: 100 });
  });

  test('S7 with the right password nobody gets in until a reset, which opens it again', async () => {
    const words = 'seven quiet tugboats hum';
    const password = await doors.password(words);
    const account = await makeStaff(doors.db, { hasFactor: false, password });
    const as = await makeSession(doors.db, account, { isConfirmed: true });
    await doors.staff.call('profile.changePassword', { newPassword: `${words} again` }, { as });
    const notice = (await waitingMails(doors, account.id)).find(({ kind }) => kind === 'password-changed');
    await report(notice?.notMeSecret ?? '');
    const signIn = (text: string) =>
      doors.staff.call(
        'auth.signIn',
        { identifier: account.email, password: text },
        { address: '192.0.2.9' },
      );
    expect((await signIn(`${words} again`)).status).toBe(401);
    await doors.staff.call('passwordReset.request', { identifier: account.email });
    const reset = (await waitingMails(doors, account.id)).find(({ kind }) => kind === 'password-reset');
    const newPassword = 'eight loud tugboats hum';
    await doors.staff.call('passwordReset.complete', { secret: reset?.variables['secret'], newPassword });
    expect((await signIn(newPassword)).data()).toMatchObject({ next: 'in' });
  });

  test('S10 works once, for seven days, at its own door', async () => {
    const customer = await makeCustomer(doors.db);
    const as = await makeSession(doors.db, customer, { isConfirmed: true });
    await doors.portal.call('profile.changePassword', { newPassword: 'grey foxes borrow umbrellas' }, { as });
    const secret = (await waitingMails(doors, customer.id)).at(-1)?.notMeSecret ?? '';
    expect((await report(secret)).code).toBe('LINK_INVALID');
    const answers = await Promise.all(Array.from({ length: 5 }, () => report(secret, 'portal')));
    expect(answers.filter(({ code }) => code === null)).toHaveLength(1);
    const life = await readValue(
      doors,
      `SELECT extract(day FROM expires_at - created_at)::int FROM one_time_link WHERE account_id = $1 AND purpose = 'NOT_ME'`,
      [customer.id],
    );
    expect(life).toBe(7);
  });
});
