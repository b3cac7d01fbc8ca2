import { completeSetup, makeStaff, type TestDatabase } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { totpOfSecret } from '../doors/testing/factors.ts';
import { type Answer, openTestDoors, type TestDoors } from '../doors/testing/test-doors.ts';
import { deliverMail } from '../mail/deliver-mail.ts';
import { openSmtpSink, type SmtpSink } from '../mail/testing/smtp-sink.ts';
import { setMailServer, textOf, waitingMails } from '../mail/testing/test-mail.ts';
import { testMailTools } from '../mail/testing/test-mail-tools.ts';
import { inSettledTransaction } from '../trpc/settle.ts';

const PASSWORD = 'canary sings over slate roofs';
const NEXT_PASSWORD = 'another canary under willows';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What must be found nowhere, by what it is. */
const canaries = new Map<string, string>();
/** Every answer of a door that was an error. */
const refusals: string[] = [];
let doors: TestDoors;
let sink: SmtpSink;
let accountId: string;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  sink = await openSmtpSink();
  await setMailServer(doors, { port: sink.port });
  accountId = await liveThroughEverything();
}, 60_000);
afterAll(async () => {
  await sink[Symbol.asyncDispose]();
  await doors[Symbol.asyncDispose]();
});

/** One account that signs in, enrols, loses everything and comes back; whatever is secret on the way is noted. */
async function liveThroughEverything(): Promise<string> {
  const password = await doors.password(PASSWORD);
  const account = await makeStaff(doors.db, { password, hasFactor: false, groups: ['penetration-tester'] });
  note('password', PASSWORD);
  note('next password', NEXT_PASSWORD);
  const identifier = account.email;
  await call('auth.signIn', { identifier, password: `${PASSWORD} but wrong` });
  note('wrong password', `${PASSWORD} but wrong`);
  const entered = await call('auth.signIn', { identifier, password: PASSWORD });
  const first = note('first session', entered.secret);
  note('device', entered.device);

  const enrolment = await call('factors.startTotp', {}, { as: first });
  const seed = enrolment.data<{ secret: string }>().secret;
  note('seed as typed', seed);
  canaries.set('seed as bytes', bytesOf(seed).toString('hex'));
  await call('factors.confirmTotp', { code: '000000' }, { as: first });
  const enrolled = await call('factors.confirmTotp', { code: totpOfSecret(seed).code() }, { as: first });
  const codes = enrolled.data<{ recoveryCodes: string[] }>().recoveryCodes;
  codes.forEach((code, at) => {
    note(`recovery code ${at + 1}`, code);
    note(`recovery code ${at + 1}, folded`, code.replaceAll('-', ''));
  });
  const second = note('second session', enrolled.secret);

  const scopes = [{ permission: 'manage-projects', reach: 'ASSIGNED' }];
  const made = await call('tokens.create', { name: 'CI', scopes, days: 30 }, { as: await confirmed(second) });
  note('token', made.data<{ token: string }>().token.split('_').slice(2).join('_'));
  const owed = await call('auth.signIn', { identifier, password: PASSWORD });
  note('pending sign-in', owed.pending);
  await call('auth.presentRecoveryCode', { code: 'AAAA-AAAA-AAAA-AAAA' }, { pending: owed.pending ?? '' });
  const used = await call('auth.presentRecoveryCode', { code: codes[0] }, { pending: owed.pending ?? '' });
  note('third session', used.secret);

  await call('passwordReset.request', { identifier });
  const link = (await waitingMails(doors, account.id)).find(({ kind }) => kind === 'password-reset');
  note('reset link', String(link?.variables['secret']));
  const wanted = { secret: canaries.get('reset link'), newPassword: NEXT_PASSWORD };
  await call('passwordReset.complete', { ...wanted, newPassword: 'canary' });
  await call('passwordReset.complete', { ...wanted, code: codes[1] });
  return account.id;
}

function note(what: string, secret: string | null | undefined): { secret: string } {
  if (!secret || secret.length < 12) throw new Error(`there is no ${what}`);
  canaries.set(what, secret);
  return { secret };
}

/** S8, by password. */
async function confirmed(as: { secret: string }): Promise<{ secret: string }> {
  const answer = await call('auth.confirmIdentity', { password: PASSWORD }, { as });
  return note('confirmed session', answer.secret);
}

let lastAddress = 0;
async function call(path: string, input: unknown, options: object = {}): Promise<Answer> {
  lastAddress += 1;
  const address = `198.51.100.${lastAddress}`;
  const answer = await doors.staff.call(path, input, { address, ...options });
  if (answer.status !== 200) refusals.push(`${path}: ${answer.text}`);
  return answer;
}

function bytesOf(base32: string): Buffer {
  const bits = [...base32].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** Every row of every table, as text; bytes are hexadecimal there. */
async function everythingStored(
  owner: Pick<TestDatabase['owner'], 'query'> = doors.db.owner,
): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const texts: string[] = [];
  for (const { name } of rows) {
    const found = await owner.query<{ row: string }>(`SELECT t::text AS row FROM ${name} AS t`);
    texts.push(...found.rows.map(({ row }) => `${name} ${row}`));
  }
  return texts.join('\n');
}

/** In which of its forms each canary is found in a text. */
function found(text: string, known: ReadonlyMap<string, string> = canaries): string[] {
  const folded = text.toLowerCase();
  return [...known].flatMap(([what, secret]) => {
    const bytes = Buffer.from(secret);
    const forms = [secret, bytes.toString('hex'), bytes.toString('base64').replace(/=+$/, '')];
    // A secret of 256 bits in base64url may be stored as the bytes that it stands for.
    if (/^[\w-]{43}$/.test(secret)) forms.push(Buffer.from(secret, 'base64url').toString('hex'));
    return forms.some((form) => folded.includes(form.toLowerCase())) ? [what] : [];
  });
}

describe('S3, S5, S6, S10, L1 what is secret is kept nowhere', () => {
  test('the story met every kind of secret, and the search finds what is there', async () => {
    expect([...canaries.keys()]).toEqual(
      expect.arrayContaining([
        'password',
        'second session',
        'seed as bytes',
        'recovery code 10',
        'pending sign-in',
        'token',
        'reset link',
        'device',
      ]),
    );
    expect(refusals.length).toBeGreaterThanOrEqual(4);
    const client = await doors.db.owner.connect();
    try {
      await client.query('BEGIN');
      await client.query(
        `INSERT INTO audit_entry (door, action, outcome, request_id, reason)
         VALUES ('CLI', 'setup.completed', 'ALLOWED', 'x', $1)`,
        [`planted: ${canaries.get('token')}`],
      );
      expect(found(await everythingStored(client))).toEqual(['token']);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  test('not in any table, waiting mail included', async () => {
    const stored = await everythingStored();
    expect(stored).toContain(accountId);
    expect(stored).toContain('public.mail');
    expect(found(stored)).toEqual([]);
  });

  test('not in the log, nor in the text of an error', () => {
    expect(found(doors.logged.join('\n'))).toEqual([]);
    expect(found(refusals.join('\n'))).toEqual([]);
  });

  test('not in mail, but for the one link that a mail is for', async () => {
    const transaction = <Result>(work: Parameters<typeof inSettledTransaction<Result>>[2]) =>
      inSettledTransaction(doors.db.jobs, { session: null, requestId: 'mail' }, work);
    for (const { id } of await waitingMails(doors, accountId)) {
      await deliverMail({ tools: testMailTools(), files: doors.files, transaction }, id);
    }
    expect(sink.received.length).toBeGreaterThanOrEqual(3);
    const inMail = sink.received.map((mail) => found(textOf(mail)));
    expect(inMail.filter((secrets) => secrets.length > 0)).toEqual([['reset link']]);
  });
});
