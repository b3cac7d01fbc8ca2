import type { Audience } from '@sallyport/contracts/common';
import type { GroupGrants, StaffGrant } from '@sallyport/contracts/staff';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { toGrants } from './group-record.ts';
import { GRANTS_JSON } from './user-record.ts';

/** A group as an invitation meets it. */
export interface InvitableGroup {
  id: string;
  audience: Audience;
  name: string;
  isAssignable: boolean;
  requiresAccountExpiry: boolean;
  grants: GroupGrants;
}

/** Those of the groups that `visible` (about group `g`) lets through, in the order of their ids. */
export async function readGroups(
  tx: Tx,
  ids: readonly string[],
  visible: Prisma.Sql,
): Promise<InvitableGroup[]> {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<
    (Omit<InvitableGroup, 'grants'> & { grantRows: StaffGrant[] })[]
  >(Prisma.sql`
    select g.id, g.audience, g.name, g.is_assignable as "isAssignable",
      g.requires_account_expiry as "requiresAccountExpiry", ${GRANTS_JSON} as "grantRows"
    from access_group g where g.id = any(${ids}::uuid[]) and (${visible}) order by g.id`);
  return rows.map(({ grantRows, ...group }) => ({ ...group, grants: toGrants(group.audience, grantRows) }));
}

/** Ids of all members of a group, seen or not: what must end before the group can. */
export async function memberIds(tx: Tx, groupId: string): Promise<string[]> {
  const rows = await tx.membership.findMany({
    where: { groupId },
    select: { accountId: true },
    orderBy: { accountId: 'asc' },
  });
  return rows.map(({ accountId }) => accountId);
}

/** A6: whether another group's name looks the same. */
export async function isGroupNameTaken(
  tx: Tx,
  nameSkeleton: string,
  exceptId: string | null,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ exists: boolean }[]>(Prisma.sql`
    select exists (select from access_group g
      where g.name_skeleton = ${nameSkeleton} and g.id is distinct from ${exceptId}::uuid)`);
  return row?.exists ?? false;
}
