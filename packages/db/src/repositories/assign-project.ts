import type { MemberRole } from '@sallyport/contracts/staff';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import type { Grant } from '../grant.ts';

export interface NewMember {
  accountId: string;
  role: MemberRole;
}

/**
 * Sets the whole team; who stays keeps the day they came. False when somebody else changed the project first.
 * Without an owner the transaction fails when it ends.
 */
export async function replaceMembers(
  tx: Tx,
  { id }: Grant<'project'>,
  version: number,
  members: readonly NewMember[],
  addedById: string,
): Promise<boolean> {
  const count = await tx.$executeRaw(Prisma.sql`
    update project set updated_at = app.now(), version = version + 1
    where id = ${id}::uuid and version = ${version}`);
  if (count !== 1) return false;
  const accountIds = members.map(({ accountId }) => accountId);
  await tx.projectMember.deleteMany({ where: { projectId: id, accountId: { notIn: accountIds } } });
  await tx.$executeRaw(Prisma.sql`
    insert into project_member (project_id, account_id, audience, role, added_by_id)
    select ${id}::uuid, m.account_id, 'STAFF', m.role, ${addedById}::uuid
    from unnest(${accountIds}::uuid[], ${members.map(({ role }) => role)}::text[]) as m (account_id, role)
    on conflict (project_id, account_id) do update set role = excluded.role`);
  return true;
}
