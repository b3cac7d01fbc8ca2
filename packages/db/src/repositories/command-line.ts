import { uuidv7 } from 'uuidv7';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { INVITATION_DAYS } from './write-account.ts';

/** What the command line does to whole installations; nothing here asks who may. */

export interface LiveSessionRecord {
  door: 'STAFF' | 'CUSTOMER';
  email: string;
  address: string | null;
  createdAt: Date;
  lastUsedAt: Date;
  method: string;
}

/** Live sessions of everybody, or of one address, latest use first. */
export function listLiveSessions(tx: Tx, email: string | null): Promise<LiveSessionRecord[]> {
  const whose = email === null ? Prisma.sql`true` : Prisma.sql`a.email = ${email}`;
  return tx.$queryRaw<LiveSessionRecord[]>(Prisma.sql`
    select s.audience as door, a.email, host(s.address) as address, s.created_at as "createdAt",
      s.last_used_at as "lastUsedAt", s.method
    from session s join account a on a.id = s.account_id
    where ${whose} and s.ended_at is null and s.absolute_ends_at > app.now() and s.auth_epoch = a.auth_epoch
      and s.last_used_at + make_interval(secs => s.idle_seconds) > app.now()
    order by s.last_used_at desc, s.id`);
}

/** Ends every session and token. Returns how many there were. */
export async function revokeEverything(tx: Tx): Promise<{ sessions: number; tokens: number }> {
  const sessions = await tx.$executeRaw(Prisma.sql`
    update session set ended_at = app.now(), end_reason = 'ENDED_BY_OTHER' where ended_at is null`);
  const tokens = await tx.$executeRaw(Prisma.sql`
    update api_token set revoked_at = app.now() where revoked_at is null`);
  return { sessions, tokens };
}

/** S3: with what passwords are hashed from the next start of each process on. */
export async function saveHashParameters(
  tx: Tx,
  { memoryKib, iterations }: { memoryKib: number; iterations: number },
): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    update security_policy set argon2_memory_kib = ${memoryKib}, argon2_iterations = ${iterations}`);
}

export interface AdminToMake {
  /** Null makes a new account. */
  id: string | null;
  /** It never signed in, so an invitation lets it in; otherwise a link sets its password. */
  isInvited: boolean;
  email: string;
  displayName: string;
  secretHash: Uint8Array;
}

/** An Admin with one open link, in place of earlier ones. An Admin account has no end (A5). */
export async function makeAdminByCommand(
  tx: Tx,
  admin: AdminToMake,
): Promise<{ id: string; purpose: 'INVITATION' | 'RESET'; endsAt: Date }> {
  const id = admin.id ?? uuidv7();
  if (admin.id === null) {
    await tx.$executeRaw(Prisma.sql`
      insert into account (id, audience, company_id, company_kind, display_name, email, status, is_admin,
        invitation_ends_at)
      select ${id}::uuid, 'STAFF', c.id, c.kind, ${admin.displayName}, ${admin.email}, 'INVITED', true,
        app.now() + make_interval(days => ${INVITATION_DAYS})
      from company c where c.kind = 'INTERNAL'`);
  } else {
    // S7: whoever is signed in as this account does not know of the flag.
    await tx.$executeRaw(Prisma.sql`
      update account set is_admin = true, expires_at = null, auth_epoch = auth_epoch + 1, version = version + 1,
        invitation_ends_at = case when status = 'INVITED'
          then app.now() + make_interval(days => ${INVITATION_DAYS}) else invitation_ends_at end
      where id = ${id}::uuid`);
  }
  const purpose = admin.isInvited ? 'INVITATION' : 'RESET';
  const holds = admin.isInvited ? Prisma.sql`interval '24 hours'` : Prisma.sql`interval '30 minutes'`;
  await tx.$executeRaw(Prisma.sql`
    update one_time_link set consumed_at = app.now()
    where account_id = ${id}::uuid and purpose = ${purpose} and consumed_at is null`);
  const [link] = await tx.$queryRaw<{ endsAt: Date }[]>(Prisma.sql`
    insert into one_time_link (id, secret_hash, purpose, account_id, expires_at)
    values (${uuidv7()}::uuid, ${admin.secretHash}, ${purpose}, ${id}::uuid, app.now() + ${holds})
    returning expires_at as "endsAt"`);
  if (!link) throw new Error('no link was made');
  return { id, purpose, endsAt: link.endsAt };
}
