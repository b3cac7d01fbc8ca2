import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { GROUP_COLUMNS, type GroupListRecord, type GroupRow, toGrants } from './group-record.ts';
import type { PersonRecord } from './user-record.ts';

/** Faces that a row of the list shows. */
const SHOWN_MEMBERS = 5;

/** All groups that `visibleGroup` lets through, by name, in one statement. There are dozens at most, so no pages. */
export async function listGroups(
  tx: Tx,
  visibleGroup: Prisma.Sql,
  visibleMember: Prisma.Sql,
): Promise<GroupListRecord[]> {
  const rows = await tx.$queryRaw<(GroupRow & { members: PersonRecord[] })[]>(Prisma.sql`
    select ${GROUP_COLUMNS}, (select coalesce(jsonb_agg(to_jsonb(p)), '[]') from (
        select a.id, a.display_name as "displayName", a.title, a.photo_file_id as photo
        from membership m join account a on a.id = m.account_id
        where m.group_id = g.id and (${visibleMember}) order by a.display_name, a.id limit ${SHOWN_MEMBERS}) p) as members
    from access_group g where (${visibleGroup})
    order by g.audience desc, g.key is null, g.created_at, g.name, g.id`);
  return rows.map(({ grantRows, version: _version, ...group }) => ({
    ...group,
    grants: toGrants(group.audience, grantRows),
  }));
}
