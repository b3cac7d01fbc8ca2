import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Audience } from '@sallyport/contracts/common';
import { inTransaction } from '@sallyport/db';
import { insertMail } from '@sallyport/db/identity';
import { completeSetup, internalCompany, makeCustomer, makeFile, makeStaff } from '@sallyport/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pngOf } from '../doors/testing/evidence.ts';
import { openTestDoors, SEALS, type TestDoors } from '../doors/testing/test-doors.ts';
import { jobContext } from '../jobs/run-jobs.ts';
import { sendWaitingMail } from '../jobs/send-mail.ts';
import { runQueued } from '../jobs/testing/run-queued.ts';
import { createLogger } from '../log.ts';
import { Sealer } from '../secrets/sealer.ts';
import { inSettledTransaction } from '../trpc/settle.ts';
import type { MailContent } from './mail-kinds.ts';
import { Mailbox } from './mailbox.ts';
import { sealMail } from './seal-mail.ts';
import { openSmtpSink, type ReceivedMail } from './testing/smtp-sink.ts';
import { TEST_CERTIFICATE } from './testing/test-certificate.ts';
import { htmlOf, setMailServer, textOf } from './testing/test-mail.ts';
import { testMailTools } from './testing/test-mail-tools.ts';

let doors: TestDoors;
const smtp = { ca: TEST_CERTIFICATE.cert };
const SECRET = 'a-secret-of-a-link-that-must-not-be-stored-x';
const RESET: MailContent = {
  kind: 'password-reset',
  variables: { secret: SECRET, isRequestedByOther: false },
};

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
});
beforeEach(async () => {
  await doors.db.owner.query('DELETE FROM mail; DELETE FROM graphile_worker._private_jobs');
});
afterAll(() => doors[Symbol.asyncDispose]());

/** Writes a mail as the staff door does. */
async function queue(accountId: string, content: MailContent = RESET): Promise<string> {
  const mail = { accountId, ...sealMail(new Sealer(SEALS.STAFF), content) };
  await inTransaction(doors.db.staff, { session: null, requestId: 'test' }, (tx) =>
    insertMail(tx, Audience.Staff, mail, null),
  );
  return mail.id;
}

/** As the worker's sweep does every minute. */
function sweep(): Promise<void> {
  const log = createLogger((line) => doors.logged.push(line));
  const { signal } = new AbortController();
  const mail = { ...testMailTools(), smtp };
  const run = { requestId: 'sweep', isLastAttempt: false, signal };
  return sendWaitingMail.run({}, jobContext({ db: doors.db.jobs, files: doors.files, mail, log, ...run }));
}

async function stateOf(mailId: string) {
  const { rows } = await doors.db.owner.query(
    `SELECT status, problem, tries, sealed IS NULL AND recipient IS NULL AS "isForgotten",
       extract(epoch FROM next_try_at - app.now())::int AS "waitSeconds" FROM mail WHERE id = $1`,
    [mailId],
  );
  return rows[0];
}

const makeDue = (mailId: string) =>
  doors.db.owner.query('UPDATE mail SET next_try_at = app.now() WHERE id = $1', [mailId]);

describe('a mail to a real server', () => {
  test('S10 arrives as text and HTML, to one recipient, and what it said is forgotten', async () => {
    await using sink = await openSmtpSink();
    await setMailServer(doors, { port: sink.port });
    const account = await makeStaff(doors.db, { displayName: 'Ada Berg' });
    const mailId = await queue(account.id);
    await runQueued(doors, { smtp });

    expect(sink.received).toHaveLength(1);
    const [mail] = sink.received;
    if (!mail) throw new Error('nothing came');
    expect(mail).toMatchObject({ from: 'sallyport@firm.test', to: [account.email], isEncrypted: false });
    expect(mail.raw).toContain('Auto-Submitted: auto-generated');
    const link = `http://localhost:4100/reset-password#${SECRET}`;
    expect(textOf(mail)).toContain('Hello Ada Berg,');
    expect(textOf(mail)).toContain(link);
    expect(htmlOf(mail)).toContain(`href="${link}"`);
    expect(await stateOf(mailId)).toMatchObject({
      status: 'SENT',
      tries: 1,
      isForgotten: true,
      problem: null,
    });
  });

  test('a customer’s mail leads to the portal, whichever door wrote it', async () => {
    await using sink = await openSmtpSink();
    await setMailServer(doors, { port: sink.port });
    const customer = await makeCustomer(doors.db);
    await queue(customer.id, { kind: 'invitation', variables: { secret: SECRET, inviterName: null } });
    await runQueued(doors, { smtp });
    const [mail] = sink.received;
    expect(textOf(mail ?? { raw: '' })).toContain(`http://localhost:4200/accept-invitation#${SECRET}`);
  });

  test('S10 the secret of a link is in no table, before and after sending', async () => {
    await using sink = await openSmtpSink();
    await setMailServer(doors, { port: sink.port });
    const account = await makeStaff(doors.db);
    await queue(account.id);
    expect(await tablesWith(SECRET)).toEqual([]);
    await runQueued(doors, { smtp });
    expect(sink.received).toHaveLength(1);
    expect(await tablesWith(SECRET)).toEqual([]);
    expect(doors.logged.join('\n')).not.toContain(SECRET);
  });
});

describe('the firm’s logo', () => {
  const setLogo = (fileId: string | null) =>
    doors.db.owner.query(`UPDATE company SET logo_file_id = $1 WHERE kind = 'INTERNAL'`, [fileId]);
  const deliver = async () => {
    await using sink = await openSmtpSink();
    await setMailServer(doors, { port: sink.port });
    await queue((await makeStaff(doors.db)).id);
    await runQueued(doors, { smtp });
    const [mail] = sink.received;
    if (!mail) throw new Error('nothing came');
    return mail;
  };

  test('02: a mail carries it as an inline part that its HTML shows; without a logo there is neither', async () => {
    const { id: companyId } = await internalCompany(doors.db);
    const bytes = await pngOf(64, 16);
    const facts = {
      companyId,
      projectId: null,
      kind: 'LOGO',
      name: 'logo.png',
      mediaType: 'image/png',
    } as const;
    const { fileId } = await inSettledTransaction(
      doors.db.staff,
      { session: null, requestId: 'test' },
      (tx) => doors.files.put(tx, { ...facts, createdById: null, width: 64, height: 16 }, bytes),
    );
    await setLogo(fileId);
    const branded = await deliver();
    const { head, body } = imagePartOf(branded);
    expect(body.equals(bytes)).toBe(true);
    expect(head).toMatch(/^Content-Disposition: inline/im);
    const cid = /^Content-Id: <([^>]+)>/im.exec(head)?.[1];
    expect(htmlOf(branded)).toContain(`src="cid:${cid}"`);
    // Nothing is loaded from anywhere: a mail program shows it without asking.
    expect(htmlOf(branded)).not.toMatch(/src="(?!cid:)/);

    await setLogo(null);
    const plain = await deliver();
    expect(plain.raw).not.toMatch(/^Content-(Type: image|Id:)/im);
    expect(htmlOf(plain)).not.toContain('cid:');
    expect(htmlOf(plain)).not.toContain('<img');
  });

  test('02: a logo that cannot be read keeps no mail back', async () => {
    const { id: companyId } = await internalCompany(doors.db);
    // A row without bytes behind it.
    await setLogo(await makeFile(doors.db, { kind: 'LOGO', companyId, projectId: null }));
    const mail = await deliver();
    expect(htmlOf(mail)).not.toContain('cid:');
    await setLogo(null);
  });
});

describe('protection and sign-in', () => {
  const user = { name: 'sallyport', secret: 'a-password-for-smtp' };

  test('STARTTLS encrypts before the password is said', async () => {
    await using sink = await openSmtpSink({ hasStartTls: true, user });
    const secret = { kind: 'PASSWORD', password: user.secret } as const;
    const login = { authentication: 'PASSWORD', username: user.name, secret };
    await setMailServer(doors, { port: sink.port, security: 'STARTTLS', ...login });
    await queue((await makeStaff(doors.db)).id);
    await runQueued(doors, { smtp });
    expect(sink.received).toMatchObject([{ isEncrypted: true, user: user.name }]);
  });

  test('a server without STARTTLS gets neither password nor mail', async () => {
    await using sink = await openSmtpSink({ user });
    const secret = { kind: 'PASSWORD', password: user.secret } as const;
    const login = { authentication: 'PASSWORD', username: user.name, secret };
    await setMailServer(doors, { port: sink.port, security: 'STARTTLS', ...login });
    const mailId = await queue((await makeStaff(doors.db)).id);
    await runQueued(doors, { smtp });
    expect([sink.received, sink.signIns]).toEqual([[], []]);
    expect(await stateOf(mailId)).toMatchObject({ status: 'WAITING', problem: 'tls' });
  });

  test('TLS from the first byte, and a certificate that nobody vouches for is refused', async () => {
    await using sink = await openSmtpSink({ isTls: true });
    await setMailServer(doors, { port: sink.port, security: 'TLS' });
    const mailId = await queue((await makeStaff(doors.db)).id);
    await runQueued(doors);
    expect(await stateOf(mailId)).toMatchObject({ status: 'WAITING', problem: 'tls' });
    await makeDue(mailId);
    await sweep();
    expect(sink.received).toMatchObject([{ isEncrypted: true }]);
  });

  test('XOAUTH2 presents a token that it fetched, and never the client’s secret', async () => {
    const token = 'an-access-token';
    await using sink = await openSmtpSink({ user: { name: 'robot@firm.test', secret: token } });
    const asked: string[] = [];
    const issuer = createServer((request, response) => {
      request.on('data', (part) => asked.push(String(part)));
      request.on('end', () => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ access_token: token, expires_in: 3600 }));
      });
    }).listen(0, 'localhost');
    await once(issuer, 'listening');
    const { port } = issuer.address() as AddressInfo;
    const client = { clientId: 'sallyport', clientSecret: 'the-client-secret', refreshToken: 'refresh' };
    const secret = { kind: 'XOAUTH2', tokenUrl: `http://localhost:${port}/token`, ...client } as const;
    const login = { authentication: 'XOAUTH2', username: 'robot@firm.test', secret };
    await setMailServer(doors, { port: sink.port, ...login });
    await queue((await makeStaff(doors.db)).id);
    await runQueued(doors, { smtp });
    issuer.close();
    expect(sink.signIns).toEqual([{ method: 'XOAUTH2', username: 'robot@firm.test', secret: token }]);
    expect(sink.received).toHaveLength(1);
    expect(asked.join('')).toContain('grant_type=refresh_token');
  });

  test('a wrong password is tried again and not repeated anywhere', async () => {
    await using sink = await openSmtpSink({ user });
    const secret = { kind: 'PASSWORD', password: 'wrong-password-canary' } as const;
    const login = { authentication: 'PASSWORD', username: user.name, secret };
    await setMailServer(doors, { port: sink.port, ...login });
    const mailId = await queue((await makeStaff(doors.db)).id);
    await runQueued(doors, { smtp });
    expect(await stateOf(mailId)).toMatchObject({ status: 'WAITING', problem: 'sign-in-refused' });
    expect(sink.signIns).toHaveLength(1);
    expect(await tablesWith('wrong-password-canary')).toEqual([]);
    expect(doors.logged.join('\n')).not.toContain('wrong-password-canary');
  });
});

describe('trouble', () => {
  test('after a 4xx it is tried again with growing waits, and arrives', async () => {
    await using sink = await openSmtpSink();
    await setMailServer(doors, { port: sink.port });
    sink.refuseNext(...Array.from({ length: 2 }, () => ({ code: 450, text: 'later' })));
    const mailId = await queue((await makeStaff(doors.db)).id, { kind: 'test', variables: {} });
    await runQueued(doors, { smtp });
    expect(await stateOf(mailId)).toMatchObject({ status: 'WAITING', problem: 'busy', waitSeconds: 60 });
    await sweep();
    expect(await stateOf(mailId)).toMatchObject({ tries: 1 });
    await makeDue(mailId);
    await sweep();
    expect(await stateOf(mailId)).toMatchObject({ tries: 2, waitSeconds: 300, isForgotten: false });
    await makeDue(mailId);
    await sweep();
    expect(await stateOf(mailId)).toMatchObject({ status: 'SENT', tries: 3, isForgotten: true });
    expect(sink.received).toHaveLength(1);
  });

  test('after a 5xx it has failed, once and for good, without the server’s words', async () => {
    await using sink = await openSmtpSink();
    await setMailServer(doors, { port: sink.port });
    sink.refuseNext({ code: 550, text: 'no such user, ask postmaster-canary' });
    const mailId = await queue((await makeStaff(doors.db)).id);
    await runQueued(doors, { smtp });
    expect(await stateOf(mailId)).toMatchObject({
      status: 'FAILED',
      problem: 'recipient-refused',
      isForgotten: true,
    });
    expect(await tablesWith('postmaster-canary')).toEqual([]);
  });

  test('nobody answers: it waits; a reset whose link is over is dropped instead of sent', async () => {
    await setMailServer(doors, { port: 1 });
    const mailId = await queue((await makeStaff(doors.db)).id);
    await runQueued(doors, { smtp });
    expect(await stateOf(mailId)).toMatchObject({ status: 'WAITING', problem: 'no-connection' });
    await doors.db.owner.query(
      `UPDATE mail SET created_at = app.now() - interval '31 minutes', next_try_at = app.now() WHERE id = $1`,
      [mailId],
    );
    await sweep();
    expect(await stateOf(mailId)).toMatchObject({
      status: 'DROPPED',
      problem: 'too-late',
      isForgotten: true,
    });
  });

  test('two workers at once send one mail', async () => {
    await using sink = await openSmtpSink();
    await setMailServer(doors, { port: sink.port });
    await queue((await makeStaff(doors.db)).id);
    await Promise.all([sweep(), sweep(), runQueued(doors, { smtp })]);
    expect(sink.received).toHaveLength(1);
  });

  test('without a server it is dropped, in a demo it lies in the mailbox', async () => {
    await doors.db.owner.query('DELETE FROM mail_setting');
    const account = await makeStaff(doors.db);
    const dropped = await queue(account.id);
    await runQueued(doors);
    expect(await stateOf(dropped)).toMatchObject({ status: 'DROPPED', problem: 'no-server' });

    const mailbox = new Mailbox();
    const kept = await queue(account.id);
    await runQueued(doors, { mailbox });
    expect(await stateOf(kept)).toMatchObject({ status: 'SENT', isForgotten: true });
    expect(mailbox.list()).toMatchObject([
      { to: account.email, actionUrl: `http://localhost:4100/reset-password#${SECRET}` },
    ]);
  });
});

describe('headers', () => {
  test('a name with line breaks or addresses becomes neither a header nor a recipient', async () => {
    await using sink = await openSmtpSink();
    await setMailServer(doors, { port: sink.port });
    const account = await makeStaff(doors.db, { displayName: 'Eve' });
    const evil = 'Eve\r\nBcc: victim@example.test\r\n\r\nSubject: <a href="x">';
    await queue(account.id, {
      kind: 'admin-flag-changed',
      variables: { personName: evil, byName: evil, isAdmin: true },
    });
    await doors.db.owner.query(`UPDATE mail_setting SET from_name = $1`, [
      '"Firm\r\nBcc: victim@example.test',
    ]);
    await runQueued(doors, { smtp });
    const [mail] = sink.received;
    if (!mail) throw new Error('nothing came');
    expect(mail.to).toEqual([account.email]);
    const head = mail.raw.slice(0, mail.raw.indexOf('\r\n\r\n'));
    expect(head.split('\r\n').filter((line) => /^(bcc|cc):/i.test(line))).toEqual([]);
    expect(head.split('\r\n').filter((line) => /^subject:/i.test(line))).toHaveLength(1);
    expect(htmlOf(mail)).not.toContain('<a href="x">');
  });
});

/** The one picture of a message, decoded, and the headers of its part. */
function imagePartOf({ raw }: ReceivedMail): { head: string; body: Buffer } {
  const parts = raw.split(/\r\n--[^\r\n]+\r\n/).filter((part) => /^Content-Type: image\//im.test(part));
  const [part = ''] = parts;
  expect(parts).toHaveLength(1);
  const [head = '', body = ''] = part.split('\r\n\r\n');
  return { head, body: Buffer.from(body, 'base64') };
}

/** Tables of which a row holds the text, as text or in bytes; the queue's own included. */
async function tablesWith(text: string): Promise<string[]> {
  const { rows: tables } = await doors.db.owner.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname IN ('public', 'graphile_worker')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await doors.db.owner.query(
      `SELECT 1 FROM ${name} AS t WHERE t::text LIKE '%' || $1 || '%' OR t::text LIKE '%' || $2 || '%' LIMIT 1`,
      [text, Buffer.from(text).toString('hex')],
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}
