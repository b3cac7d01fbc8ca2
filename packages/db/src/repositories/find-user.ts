import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { type MembershipJson, toMembership, USER_COLUMNS, type UserRecord } from './user-record.ts';

/** One staff account in one statement, if `visible` (about account `a`) lets it through. */
export async function findUser(tx: Tx, id: string, visible: Prisma.Sql): Promise<UserRecord | null> {
  const [row] = await tx.$queryRaw<(Omit<UserRecord, 'memberships'> & { memberships: MembershipJson[] })[]>(
    Prisma.sql`select ${USER_COLUMNS}
      from account a join company c on c.id = a.company_id left join account ib on ib.id = a.invited_by_id
      where a.id = ${id}::uuid and a.audience = 'STAFF' and (${visible})`,
  );
  return row ? { ...row, memberships: row.memberships.map((json) => toMembership(json)) } : null;
}
