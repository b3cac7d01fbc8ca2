import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import type { StoreName } from './stored-files.ts';

/** The photo of a person, if `visible` (about account `a`) lets it through, and the store that holds it. */
export async function findPhoto(
  tx: Tx,
  accountId: string,
  visible: Prisma.Sql,
): Promise<{ fileId: string; store: StoreName } | null> {
  const [row] = await tx.$queryRaw<{ fileId: string; store: StoreName }[]>(Prisma.sql`
    select f.id as "fileId", case when f.in_portal_at is null then 'INSIDE' else 'PORTAL' end as store
    from account a join stored_file f on f.id = a.photo_file_id where a.id = ${accountId}::uuid and (${visible})`);
  return row ?? null;
}

/** Shows another photo from now on, or none; says which file was shown before, whatever was there when its turn came. */
export async function replacePhoto(tx: Tx, accountId: string, fileId: string | null): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ previous: string | null }[]>(Prisma.sql`
    with before as (select a.id, a.photo_file_id from account a where a.id = ${accountId}::uuid for no key update)
    update account a set photo_file_id = ${fileId}::uuid from before where a.id = before.id
    returning before.photo_file_id as previous`);
  if (!row) throw new Error('the account is gone');
  return row.previous;
}
