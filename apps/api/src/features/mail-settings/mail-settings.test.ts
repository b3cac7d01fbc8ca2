import { completeSetup } from '@sallyport/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditRows, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, SEALS, type TestDoors } from '../../doors/testing/test-doors.ts';
import { openMailSecret } from '../../mail/mail-server.ts';
import { openSmtpSink } from '../../mail/testing/smtp-sink.ts';
import { textOf } from '../../mail/testing/test-mail.ts';
import { Sealer } from '../../secrets/sealer.ts';

let doors: TestDoors;
let as: { secret: string };
let email: string;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  const admin = await staffUser(doors, { isAdmin: true });
  ({ as } = admin);
  ({ email } = admin.account);
});
beforeEach(async () => {
  await doors.db.owner.query('DELETE FROM mail_setting');
});
afterAll(() => doors[Symbol.asyncDispose]());

const SECRET = 'smtp-password-canary';
const settings = (more: Record<string, unknown> = {}) => ({
  version: 0,
  host: 'localhost',
  port: 587,
  security: 'STARTTLS',
  authentication: 'PASSWORD',
  username: 'sallyport',
  password: SECRET,
  fromAddress: 'sallyport@firm.test',
  fromName: 'The Firm',
  replyTo: '',
  ...more,
});
const update = (input: object) => doors.staff.call('mailSettings.update', input, { as });
const get = () => doors.staff.call('mailSettings.get', undefined, { as });

describe('mail settings', () => {
  test('A13 an Admin sets them; nobody ever gets the secret, from answers, tables or the log', async () => {
    expect((await get()).data()).toMatchObject({ isSet: false, version: 0, hasSecret: false });
    const answer = await update(settings());
    expect(answer.data()).toMatchObject({ isSet: true, host: 'localhost', hasSecret: true, version: 1 });
    expect(answer.text + (await get()).text).not.toContain(SECRET);
    const { rows } = await doors.db.owner.query(
      'SELECT m::text AS text, m.sealed_secret AS sealed FROM mail_setting m',
    );
    expect(rows[0].text).not.toContain(Buffer.from(SECRET).toString('hex'));
    expect(openMailSecret(new Sealer(SEALS.STAFF), rows[0].sealed)).toEqual({
      kind: 'PASSWORD',
      password: SECRET,
    });
    const audit = JSON.stringify(await auditRows(doors, 'mail-settings.updated'));
    expect(audit).toContain('"hasNewSecret":true');
    expect(audit).not.toContain(SECRET);
  });

  test('A13 refuses everybody else, and an Admin whose identity is not confirmed', async () => {
    const { as: manager } = await staffUser(doors, { groups: ['manager'] });
    const refused = await doors.staff.call('mailSettings.update', settings(), { as: manager });
    expect(refused.code).toBe('FORBIDDEN');
    expect((await doors.staff.call('mailSettings.get', undefined, { as: manager })).code).toBe('FORBIDDEN');
    const { as: unconfirmed } = await staffUser(doors, { isAdmin: true, isConfirmed: false });
    for (const path of ['update', 'test'] as const) {
      const input = path === 'update' ? settings() : {};
      const answer = await doors.staff.call(`mailSettings.${path}`, input, { as: unconfirmed });
      expect(answer.code).toBe('CONFIRM_IDENTITY');
    }
  });

  test('the stored secret stays where nothing changes to which it is sent, and goes to no other server', async () => {
    await update(settings());
    const same = await update(settings({ version: 1, password: null, fromName: 'Another name' }));
    expect(same.data()).toMatchObject({ version: 2, hasSecret: true, fromName: 'Another name' });
    for (const change of [
      { host: 'evil.test' },
      { port: 2525 },
      { security: 'TLS' },
      { username: 'other' },
    ]) {
      const answer = await update(settings({ version: 2, password: null, ...change }));
      expect(answer.error).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'password' }] });
    }
  });

  test('of two administrators one is told to look again; without protection no password is taken', async () => {
    await update(settings());
    expect((await update(settings())).code).toBe('STALE_EDIT');
    const open = await update(settings({ version: 1, host: 'mail.firm.test', security: 'NONE' }));
    expect(open.error).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'security' }] });
    for (const bad of [
      { host: 'mail.firm.test/x' },
      { host: 'a b' },
      { port: 0 },
      { fromAddress: 'x@y.test, z@y.test' },
      { fromName: 'a\r\nBcc: x@y.test' },
    ]) {
      expect((await update(settings({ version: 1, ...bad }))).code).toBe('INVALID_INPUT');
    }
  });

  test('XOAUTH2 keeps what is secret and shows what is not', async () => {
    const oauth = { clientSecret: 'client-secret-canary', refreshToken: 'refresh-token-canary' };
    const more = { tokenUrl: 'https://login.test/token', clientId: 'sallyport', password: null, oauth };
    const answer = await update(settings({ authentication: 'XOAUTH2', ...more }));
    expect(answer.data()).toMatchObject({ tokenUrl: 'https://login.test/token', clientId: 'sallyport' });
    expect(answer.text).not.toContain('canary');
    const open = { ...more, tokenUrl: 'http://login.test/token' };
    expect((await update(settings({ version: 1, authentication: 'XOAUTH2', ...open }))).code).toBe(
      'INVALID_INPUT',
    );
  });

  test('removing them leaves none, on record', async () => {
    await update(settings());
    const removed = await doors.staff.call('mailSettings.remove', { version: 1 }, { as });
    expect(removed.data()).toMatchObject({ isSet: false });
    expect(await auditRows(doors, 'mail-settings.removed')).toHaveLength(1);
  });
});

describe('the test mail', () => {
  const run = () => doors.staff.call('mailSettings.test', {}, { as });

  test('goes to oneself and says that it was taken', async () => {
    await using sink = await openSmtpSink();
    await update(
      settings({ port: sink.port, security: 'NONE', authentication: 'NONE', username: '', password: null }),
    );
    expect((await run()).data()).toMatchObject({ problem: null, sentTo: email });
    expect(sink.received).toMatchObject([{ to: [email], from: 'sallyport@firm.test' }]);
    expect(textOf(sink.received[0] ?? { raw: '' })).toContain('shows that Sallyport can send mail');
  });

  test('says in a word what is wrong, without what the server said', async () => {
    expect((await run()).data()).toMatchObject({ problem: 'no-server' });
    await using sink = await openSmtpSink({ user: { name: 'sallyport', secret: 'another' } });
    await update(settings({ port: sink.port, security: 'NONE' }));
    const answer = await run();
    expect(answer.data()).toMatchObject({ problem: 'sign-in-refused' });
    expect(answer.text).not.toContain(SECRET);
    expect(doors.logged.join('\n')).not.toContain(SECRET);
  });
});
