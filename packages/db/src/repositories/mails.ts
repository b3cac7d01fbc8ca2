import type { Audience } from '@sallyport/contracts/common';
import type { MailAuthentication, MailProblem, MailSecurity } from '@sallyport/contracts/staff';
import type { Tx } from '../client.ts';
import type { QueuedMail } from '../functions/mail.ts';
import { Prisma } from '../generated/client.ts';

/** A mail that one worker alone holds for a while. */
export interface ClaimedMail {
  id: string;
  door: 'STAFF' | 'PORTAL';
  kind: string;
  sealed: Uint8Array;
  recipient: string;
  /** This one included. */
  tries: number;
  ageMs: number;
  claimedAt: Date;
  /** Null when the account is gone or anonymised. */
  reader: { audience: Audience; displayName: string } | null;
}

/** The mail server as it is stored. */
export interface MailServerRecord {
  host: string;
  port: number;
  security: MailSecurity;
  authentication: MailAuthentication;
  username: string;
  sealedSecret: Uint8Array | null;
  fromAddress: string;
  fromName: string;
  replyTo: string;
}

/** How long a claim holds: longer than any conversation with a mail server. */
const CLAIM_MINUTES = 5;

/** Takes a mail that is due; null when it is not, or somebody else has it. */
export async function claimMail(tx: Tx, mailId: string): Promise<ClaimedMail | null> {
  const rows = await tx.$queryRaw<(Omit<ClaimedMail, 'reader'> & ReaderColumns)[]>`
    WITH claimed AS (
      UPDATE mail SET tries = tries + 1, next_try_at = app.now() + make_interval(mins => ${CLAIM_MINUTES}::int)
      WHERE id = ${mailId}::uuid AND status = 'WAITING' AND next_try_at <= app.now()
      RETURNING *)
    SELECT m.id, m.door, m.kind, m.sealed, m.recipient, m.tries, app.now() AS "claimedAt",
      (extract(epoch FROM app.now() - m.created_at) * 1000)::float8 AS "ageMs", a.audience, a.display_name AS "displayName"
    FROM claimed AS m LEFT JOIN account AS a ON a.id = m.account_id AND a.status <> 'ANONYMISED'`;
  const [row] = rows;
  if (!row) return null;
  const { audience, displayName, ...mail } = row;
  const isThere = audience !== null && displayName !== null;
  return { ...mail, reader: isThere ? { audience, displayName } : null };
}

interface ReaderColumns {
  audience: Audience | null;
  displayName: string | null;
}

/** Ids of mails that are due, the oldest first. */
export async function dueMails(tx: Tx, atMost: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM mail WHERE status = 'WAITING' AND next_try_at <= app.now()
    ORDER BY next_try_at LIMIT ${atMost}::int`;
  return rows.map(({ id }) => id);
}

/** Who sends: the firm with its logo, and the server where one is set. */
export async function readMailSender(tx: Tx): Promise<{
  firmName: string;
  logoFileId: string | null;
  server: MailServerRecord | null;
}> {
  const [firm] = await tx.$queryRaw<{ firmName: string; logoFileId: string | null }[]>`
    SELECT name AS "firmName", logo_file_id AS "logoFileId" FROM company WHERE kind = 'INTERNAL'`;
  return {
    firmName: firm?.firmName ?? '',
    logoFileId: firm?.logoFileId ?? null,
    server: await readServer(tx),
  };
}

async function readServer(tx: Tx): Promise<MailServerRecord | null> {
  const [server] = await tx.$queryRaw<MailServerRecord[]>`
    SELECT host, port, security, authentication, username, sealed_secret AS "sealedSecret",
      from_address AS "fromAddress", from_name AS "fromName", reply_to AS "replyTo"
    FROM mail_setting`;
  return server ?? null;
}

export function markMailSent(tx: Tx, mailId: string): Promise<void> {
  return finish(tx, mailId, 'SENT', null);
}

/** Given up after a refusal, or after a day. */
export function failMail(tx: Tx, mailId: string, problem: MailProblem): Promise<void> {
  return finish(tx, mailId, 'FAILED', problem);
}

/** There is nobody to send it to, or no use in it any more. */
export function dropMail(tx: Tx, mailId: string, problem: MailProblem): Promise<void> {
  return finish(tx, mailId, 'DROPPED', problem);
}

/** What it said and to whom is forgotten with the end. */
async function finish(
  tx: Tx,
  mailId: string,
  status: 'SENT' | 'FAILED' | 'DROPPED',
  problem: MailProblem | null,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE mail SET status = ${status}, problem = ${problem}, done_at = app.now(), sealed = NULL, recipient = NULL
    WHERE id = ${mailId}::uuid AND status = 'WAITING'`;
}

export async function postponeMail(
  tx: Tx,
  mailId: string,
  problem: MailProblem,
  waitMs: number,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE mail SET problem = ${problem}, next_try_at = app.now() + make_interval(secs => ${waitMs / 1000}::float8)
    WHERE id = ${mailId}::uuid AND status = 'WAITING'`;
}

/** Removes what was done long ago; how many rows that were. */
export function purgeMails(tx: Tx, keptDays: number, atMost: number): Promise<number> {
  return tx.$executeRaw(Prisma.sql`delete from mail where id in (select id from mail
    where done_at < app.now() - make_interval(days => ${keptDays}::int) order by created_at limit ${atMost}::int)`);
}

/** As the worker itself writes a mail: for whoever is there, at the present address. */
export async function insertMailByJob(
  tx: Tx,
  { id, kind, accountId, sealed }: Pick<QueuedMail, 'id' | 'kind' | 'accountId' | 'sealed'>,
): Promise<boolean> {
  const count = await tx.$executeRaw`
    INSERT INTO mail (id, door, kind, account_id, recipient, sealed)
    SELECT ${id}::uuid, 'STAFF', ${kind}, a.id, a.email, ${sealed}::bytea
    FROM account AS a WHERE a.id = ${accountId}::uuid AND a.status <> 'ANONYMISED'`;
  return count === 1;
}

/** Whether a mail server is set, as the worker's role sees it. */
export async function isMailServerSetForJobs(tx: Tx): Promise<boolean> {
  return (await readServer(tx)) !== null;
}

/** Whom to tell of an account, and what it is called; null when it is gone. */
export async function readAdminsToTell(
  tx: Tx,
  accountId: string,
): Promise<{ personName: string | null; adminIds: string[] }> {
  const people = await tx.$queryRaw<{ name: string }[]>`
    SELECT display_name AS name FROM account WHERE id = ${accountId}::uuid AND status <> 'ANONYMISED'`;
  const admins = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM account WHERE is_admin AND status = 'ACTIVE' AND suspended_at IS NULL
      AND (expires_at IS NULL OR expires_at > app.now()) ORDER BY id`;
  return { personName: people[0]?.name ?? null, adminIds: admins.map(({ id }) => id) };
}
