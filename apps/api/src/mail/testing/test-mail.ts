import { Buffer } from 'node:buffer';
import type { TestDoors } from '../../doors/testing/test-doors.ts';
import { SEALS } from '../../doors/testing/test-doors.ts';
import { Sealer } from '../../secrets/sealer.ts';
import { mailPlace, SealedMail } from '../mail-kinds.ts';
import { type MailSecret, sealMailSecret } from '../mail-server.ts';
import type { ReceivedMail } from './smtp-sink.ts';

/** Sets a mail server, so that mail is queued. Nothing is sent before the queue is run. */
export async function setMailServer(
  { db }: Pick<TestDoors, 'db'>,
  {
    port = 25,
    security = 'NONE',
    authentication = 'NONE',
    username = '',
    secret = null,
  }: Partial<{
    port: number;
    security: string;
    authentication: string;
    username: string;
    secret: MailSecret | null;
  }> = {},
): Promise<void> {
  const sealed = secret === null ? null : sealMailSecret(new Sealer(SEALS.STAFF), secret);
  await db.owner.query(
    `INSERT INTO mail_setting (host, port, security, authentication, username, sealed_secret, from_address, from_name)
     VALUES ('localhost', $1, $2, $3, $4, $5, 'sallyport@firm.test', 'The Firm')
     ON CONFLICT (id) DO UPDATE SET port = excluded.port, security = excluded.security, username = excluded.username,
       authentication = excluded.authentication, sealed_secret = excluded.sealed_secret, from_name = excluded.from_name`,
    [port, security, authentication, username, sealed],
  );
}

/** A mail that waits, opened. */
export interface WaitingMail {
  id: string;
  kind: string;
  door: 'STAFF' | 'PORTAL';
  recipient: string;
  variables: Record<string, unknown>;
  notMeSecret: string | null;
}

/** The mails that wait for an account, the oldest first, with what is sealed in them. */
export async function waitingMails({ db }: Pick<TestDoors, 'db'>, accountId: string): Promise<WaitingMail[]> {
  const { rows } = await db.owner.query<Omit<WaitingMail, 'variables' | 'notMeSecret'> & { sealed: Buffer }>(
    `SELECT id, kind, door, recipient, sealed FROM mail
     WHERE account_id = $1 AND status = 'WAITING' ORDER BY created_at, id`,
    [accountId],
  );
  return rows.map(({ sealed, ...mail }) => {
    const sealer = new Sealer(mail.door === 'STAFF' ? SEALS.STAFF : SEALS.CUSTOMER);
    const { variables, notMeSecret } = SealedMail.parse(
      JSON.parse(sealer.open('mail', sealed, mailPlace(mail.id)).toString()),
    );
    return { ...mail, variables: variables as Record<string, unknown>, notMeSecret };
  });
}

/** The plain-text part of a message, decoded. */
export function textOf({ raw }: Pick<ReceivedMail, 'raw'>): string {
  const part = partOf(raw, 'text/plain');
  return part.replace(/\r\n/g, '\n');
}

export function htmlOf({ raw }: Pick<ReceivedMail, 'raw'>): string {
  return partOf(raw, 'text/html');
}

function partOf(raw: string, type: string): string {
  const at = raw.indexOf(`Content-Type: ${type}`);
  if (at < 0) throw new Error(`no ${type} in the message`);
  const bodyAt = raw.indexOf('\r\n\r\n', at) + 4;
  const head = raw.slice(at, bodyAt);
  const end = raw.indexOf('\r\n--', bodyAt);
  const body = raw.slice(bodyAt, end < 0 ? undefined : end);
  if (/quoted-printable/i.test(head)) return decodeQuoted(body);
  return /base64/i.test(head) ? Buffer.from(body, 'base64').toString() : body;
}

function decodeQuoted(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
