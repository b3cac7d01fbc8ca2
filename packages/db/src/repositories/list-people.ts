import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { countUpTo, type Keyset, keysetPage } from '../keyset/keyset.ts';
import { containing, type ListPage } from './list-page.ts';
import type { PersonRecord } from './user-record.ts';

const KEYSET: Keyset<'displayName'> = {
  columns: { displayName: { sql: Prisma.sql`a.display_name`, type: 'text' } },
  id: { sql: Prisma.sql`a.id`, type: 'uuid' },
};

/** One page of the staff directory, by name. @throws InvalidCursor */
export async function listPeople(
  tx: Tx,
  { search, cursor, limit }: { search: string; cursor?: string | undefined; limit: number },
  visible: Prisma.Sql,
): Promise<ListPage<PersonRecord>> {
  const from = Prisma.sql`account a`;
  const where = search === '' ? [visible] : [visible, Prisma.sql`a.display_name ilike ${containing(search)}`];
  const page = await keysetPage<PersonRecord, 'displayName'>(tx, KEYSET, {
    select: Prisma.sql`a.id, a.display_name as "displayName", a.title, a.photo_file_id as photo`,
    from,
    where,
    sort: { field: 'displayName', direction: 'asc' },
    cursor,
    limit,
  });
  return { ...page, total: await countUpTo(tx, { from, where }) };
}
