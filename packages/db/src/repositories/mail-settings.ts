import type { MailProblem } from '@sallyport/contracts/staff';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import type { MailServerRecord } from './mails.ts';

/** The mail server and which version of it this is. */
export type MailSettingsRecord = MailServerRecord & { version: number; updatedAt: Date };

/** Null while no server is set. Locked, so that of two administrators one is told to look again. */
export async function lockMailSettings(tx: Tx): Promise<MailSettingsRecord | null> {
  await tx.$executeRaw(Prisma.sql`select pg_advisory_xact_lock(hashtext('mail_setting'))`);
  return readMailSettings(tx);
}

export async function readMailSettings(tx: Tx): Promise<MailSettingsRecord | null> {
  const [row] = await tx.$queryRaw<MailSettingsRecord[]>(Prisma.sql`
    select host, port, security, authentication, username, sealed_secret as "sealedSecret",
      from_address as "fromAddress", from_name as "fromName", reply_to as "replyTo", version,
      updated_at as "updatedAt"
    from mail_setting`);
  return row ?? null;
}

export async function saveMailSettings(tx: Tx, fields: MailServerRecord): Promise<void> {
  const { host, port, security, authentication, username, sealedSecret } = fields;
  const { fromAddress, fromName, replyTo } = fields;
  await tx.$executeRaw(Prisma.sql`
    insert into mail_setting as m (host, port, security, authentication, username, sealed_secret, from_address,
      from_name, reply_to)
    values (${host}, ${port}::int, ${security}, ${authentication}, ${username}, ${sealedSecret}::bytea, ${fromAddress},
      ${fromName}, ${replyTo})
    on conflict (id) do update set host = excluded.host, port = excluded.port, security = excluded.security,
      authentication = excluded.authentication, username = excluded.username, sealed_secret = excluded.sealed_secret,
      from_address = excluded.from_address, from_name = excluded.from_name, reply_to = excluded.reply_to,
      version = m.version + 1, updated_at = app.now()`);
}

export async function deleteMailSettings(tx: Tx): Promise<void> {
  await tx.$executeRaw(Prisma.sql`delete from mail_setting`);
}

/** What becomes of mail: how much waits, how much failed in the last seven days, and the last trouble. */
export async function readMailState(tx: Tx): Promise<{
  waiting: number;
  failed: number;
  lastProblem: MailProblem | null;
}> {
  const [row] = await tx.$queryRaw<
    { waiting: number; failed: number; lastProblem: MailProblem | null }[]
  >(Prisma.sql`
    select (select count(*)::int from mail where status = 'WAITING') as waiting,
      (select count(*)::int from mail where status = 'FAILED' and created_at > app.now() - interval '7 days') as failed,
      (select problem from mail where problem is not null and created_at > app.now() - interval '7 days'
        order by created_at desc, id desc limit 1) as "lastProblem"`);
  return row ?? { waiting: 0, failed: 0, lastProblem: null };
}
