import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import type { Grant } from '../grant.ts';
import { endSessionsOf } from './account-lifecycle.ts';

/**
 * U8, U2: puts a client company away with all that is of it. Sessions and links of its customers end for good: bringing
 * it back revives none. Returns how many customers that concerns; null when it is put away already.
 */
export async function archiveCompany(tx: Tx, { id }: Grant<'company'>): Promise<number | null> {
  const count = await tx.$executeRaw(Prisma.sql`
    update company set archived_at = app.now(), version = version + 1
    where id = ${id}::uuid and archived_at is null`);
  if (count === 0) return null;
  const customers = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    select id from account where company_id = ${id}::uuid order by id for no key update`);
  const ids = customers.map((customer) => customer.id);
  await tx.$executeRaw(Prisma.sql`
    update account set auth_epoch = auth_epoch + 1, version = version + 1 where id = any(${ids}::uuid[])`);
  await endSessionsOf(tx, ids, 'ACCOUNT_CHANGED');
  await tx.$executeRaw(Prisma.sql`
    update one_time_link set consumed_at = app.now() where account_id = any(${ids}::uuid[]) and consumed_at is null`);
  return ids.length;
}

/** U8: in use again, with its customers as they are. False when it is in use already. */
export async function restoreCompany(tx: Tx, { id }: Grant<'company'>): Promise<boolean> {
  const count = await tx.$executeRaw(Prisma.sql`
    update company set archived_at = null, version = version + 1
    where id = ${id}::uuid and archived_at is not null`);
  return count === 1;
}
