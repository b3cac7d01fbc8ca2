import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';

/** Where somebody is signed in; never the secret. */
interface AccountSessionRecord {
  id: string;
  createdAt: Date;
  lastUsedAt: Date;
  address: string | null;
  userAgent: string | null;
  method: string;
}

/** S6: sessions of an account that would still be let in, latest use first. */
export async function listAccountSessions(tx: Tx, { id }: { id: string }): Promise<AccountSessionRecord[]> {
  return tx.$queryRaw<AccountSessionRecord[]>(Prisma.sql`
    select s.id, s.created_at as "createdAt", s.last_used_at as "lastUsedAt", host(s.address) as address,
      s.user_agent as "userAgent", s.method
    from session s join account a on a.id = s.account_id
    where s.account_id = ${id}::uuid and s.ended_at is null and s.auth_epoch = a.auth_epoch
      and s.absolute_ends_at > app.now()
      and s.last_used_at + make_interval(secs => s.idle_seconds) > app.now()
    order by s.last_used_at desc, s.id`);
}
