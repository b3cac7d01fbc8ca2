import type { Audience } from '@sallyport/contracts/common';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { schemaOf } from './schema-of.ts';

/** A mail as the outbox keeps it. */
export interface QueuedMail {
  /** Made by the caller, because the content is sealed to it. */
  id: string;
  kind: string;
  accountId: string;
  sealed: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the secret behind "This was not me"; null for mails without it. */
  notMeHash: Uint8Array<ArrayBuffer> | null;
}

/** Whether a mail server is set. */
export async function isMailServerSet(tx: Tx, audience: Audience): Promise<boolean> {
  const rows = await tx.$queryRaw<{ isSet: boolean }[]>`
    SELECT ${schemaOf(audience)}.is_mail_configured() AS "isSet"`;
  return rows[0]?.isSet === true;
}

/**
 * Writes a mail and asks the worker to send it once the transaction has committed. `recipient` null means the account's
 * present address; only staff's role may give another. False when there is nobody to write to.
 */
export async function insertMail(
  tx: Tx,
  audience: Audience,
  { id, kind, accountId, sealed, notMeHash }: QueuedMail,
  recipient: string | null,
): Promise<boolean> {
  if (audience === 'CUSTOMER' && recipient !== null) throw new TypeError('the portal gives no address');
  const to = audience === 'STAFF' ? Prisma.sql`${recipient}, ` : Prisma.empty;
  const rows = await tx.$queryRaw<{ isQueued: boolean }[]>`
    SELECT ${schemaOf(audience)}.queue_mail(${id}::uuid, ${kind}, ${accountId}::uuid, ${to}${sealed}::bytea,
      ${notMeHash}::bytea) AS "isQueued"`;
  return rows[0]?.isQueued === true;
}

/** Writes many mails at once, each to its account's present address, in one statement. */
export async function insertMails(tx: Tx, audience: Audience, mails: readonly QueuedMail[]): Promise<void> {
  if (mails.length === 0) return;
  const to = audience === 'STAFF' ? Prisma.sql`NULL, ` : Prisma.empty;
  const rows = mails.map(
    ({ id, kind, accountId, sealed, notMeHash }) =>
      Prisma.sql`(${id}::uuid, ${kind}::text, ${accountId}::uuid, ${sealed}::bytea, ${notMeHash}::bytea)`,
  );
  await tx.$queryRaw`
    SELECT count(${schemaOf(audience)}.queue_mail(m.id, m.kind, m.account_id, ${to}m.sealed, m.not_me_hash))
    FROM (VALUES ${Prisma.join(rows)}) AS m (id, kind, account_id, sealed, not_me_hash)`;
}
