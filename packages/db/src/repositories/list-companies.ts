import type { Principal } from '@sallyport/access';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { countUpTo, type Keyset, keysetPage } from '../keyset/keyset.ts';
import { type CompanyRowRecord, companyColumns } from './company-rows.ts';
import { containing, type ListPage } from './list-page.ts';

type CompanySort = 'name' | 'createdAt';

export interface CompanyFilter {
  search: string;
  isArchived: boolean;
  sort: { field: CompanySort; direction: 'asc' | 'desc' };
  cursor?: string | undefined;
  limit: number;
}

const KEYSET: Keyset<CompanySort> = {
  columns: {
    name: { sql: Prisma.sql`c.name`, type: 'text' },
    createdAt: { sql: Prisma.sql`c.created_at`, type: 'timestamptz' },
  },
  id: { sql: Prisma.sql`c.id`, type: 'uuid' },
};

/** One page of client companies, those in use or those put away, and how many match: two statements. @throws InvalidCursor */
export async function listCompanies(
  tx: Tx,
  { search, isArchived, sort, cursor, limit }: CompanyFilter,
  visible: Prisma.Sql,
  principal: Principal,
): Promise<ListPage<CompanyRowRecord>> {
  const from = Prisma.sql`company c`;
  const where = [Prisma.sql`c.kind = 'EXTERNAL' and (c.archived_at is not null) = ${isArchived}`, visible];
  if (search !== '') {
    const term = containing(search);
    where.push(Prisma.sql`c.name ilike ${term}`);
  }
  const page = await keysetPage<CompanyRowRecord, CompanySort>(tx, KEYSET, {
    select: companyColumns(principal),
    from,
    where,
    sort,
    cursor,
    limit,
  });
  return { ...page, total: await countUpTo(tx, { from, where }) };
}
