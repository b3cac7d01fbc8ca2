import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import {
  GROUP_COLUMNS,
  type GroupRecord,
  type GroupRow,
  type MemberJson,
  membersJson,
  toGrants,
  toMember,
} from './group-record.ts';

/** One group in one statement, if `visibleGroup` lets it through, with those members that `visibleMember` does. */
export async function findGroup(
  tx: Tx,
  id: string,
  visibleGroup: Prisma.Sql,
  visibleMember: Prisma.Sql,
): Promise<GroupRecord | null> {
  const [row] = await tx.$queryRaw<(GroupRow & { members: MemberJson[] })[]>(Prisma.sql`
    select ${GROUP_COLUMNS}, ${membersJson(visibleMember)} as members
    from access_group g where g.id = ${id}::uuid and (${visibleGroup})`);
  if (!row) return null;
  const { grantRows, members, ...group } = row;
  return { ...group, grants: toGrants(group.audience, grantRows), members: members.map(toMember) };
}
