import type { ProjectFacts } from '@sallyport/access';
import type { MemberRole } from '@sallyport/contracts/staff';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { PROJECT_FACTS_COLUMNS, type ProjectFactsRow, projectFacts } from './project-facts.ts';

/** A project that somebody leads or works on. */
export interface HeldProject {
  id: string;
  name: string;
  reference: string;
  companyName: string;
  role: MemberRole;
  isOpen: boolean;
  facts: ProjectFacts;
}

/** Projects that an account leads or works on, as far as `visible` (about project `p`) lets through; open ones first. */
export async function listHeldProjects(
  tx: Tx,
  { id }: { id: string },
  visible: Prisma.Sql,
): Promise<HeldProject[]> {
  const rows = await tx.$queryRaw<(Omit<HeldProject, 'facts' | 'isOpen'> & ProjectFactsRow)[]>(Prisma.sql`
    select p.id, p.name, p.reference, c.name as "companyName", hm.role, ${PROJECT_FACTS_COLUMNS}
    from project_member hm join project p on p.id = hm.project_id join company c on c.id = p.company_id
    where hm.account_id = ${id}::uuid and (${visible})
    order by p.completed_at is not null, hm.role <> 'OWNER', p.name, p.id`);
  return rows.map(({ memberFacts, isRestricted, completedAt, ...row }) => ({
    ...row,
    isOpen: completedAt === null,
    facts: projectFacts({ memberFacts, isRestricted, completedAt }),
  }));
}

/** Whether an account leads an open project, whoever may see it. */
export async function leadsOpenProjects(tx: Tx, { id }: { id: string }): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ exists: boolean }[]>(Prisma.sql`
    select exists (select from project_member m join project p on p.id = m.project_id
      where m.account_id = ${id}::uuid and m.role = 'OWNER' and p.completed_at is null)`);
  return row?.exists ?? false;
}

/** Whether an account leads an open project or works on one, whoever may see it. */
export async function isOnOpenProjects(tx: Tx, { id }: { id: string }): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ exists: boolean }[]>(Prisma.sql`
    select exists (select from project_member m join project p on p.id = m.project_id
      where m.account_id = ${id}::uuid and p.completed_at is null)`);
  return row?.exists ?? false;
}

/** U3: how many open projects each account leads, as far as `visible` (about project `p`) lets through. */
export async function countLedProjects(
  tx: Tx,
  accountIds: readonly string[],
  visible: Prisma.Sql,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; count: number }[]>(Prisma.sql`
    select m.account_id as id, count(*)::int as count
    from project_member m join project p on p.id = m.project_id
    where m.account_id = any(${[...accountIds]}::uuid[]) and m.role = 'OWNER' and p.completed_at is null
      and (${visible})
    group by m.account_id`);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Holds projects until the transaction ends, in the order of their ids. */
export async function lockProjects(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw(Prisma.sql`
    select 1 from project where id = any(${[...ids]}::uuid[]) order by id for no key update`);
}

/**
 * Puts one person in another's place on a project. A successor who is on it already keeps the role that does more: a lead
 * stays lead, and a lead's place makes a lead.
 */
export async function replaceMember(
  tx: Tx,
  move: { projectId: string; fromId: string; toId: string; role: MemberRole; byId: string },
): Promise<void> {
  const { projectId, fromId, toId, role, byId } = move;
  await tx.$executeRaw(Prisma.sql`
    insert into project_member (project_id, account_id, audience, role, added_by_id)
    values (${projectId}::uuid, ${toId}::uuid, 'STAFF', ${role}, ${byId}::uuid)
    on conflict (project_id, account_id) do update set role = excluded.role
      where excluded.role = 'OWNER' and project_member.role <> 'OWNER'`);
  await tx.$executeRaw(Prisma.sql`
    delete from project_member where project_id = ${projectId}::uuid and account_id = ${fromId}::uuid`);
  await tx.$executeRaw(Prisma.sql`
    update project set updated_at = app.now(), version = version + 1 where id = ${projectId}::uuid`);
}

/** Live API tokens of an account. */
export async function listLiveTokens(
  tx: Tx,
  { id }: { id: string },
): Promise<{ id: string; name: string; lastUsedAt: Date | null }[]> {
  return tx.$queryRaw(Prisma.sql`
    select t.id, t.name, t.last_used_at as "lastUsedAt" from api_token t
    where t.account_id = ${id}::uuid and t.revoked_at is null and t.expires_at > app.now() order by t.created_at, t.id`);
}

/** Open invitations whose link was made by an account, as far as `visible` (about account `a`) lets through. */
export async function listOpenInvitations(
  tx: Tx,
  { id }: { id: string },
  visible: Prisma.Sql,
): Promise<{ id: string; displayName: string }[]> {
  return tx.$queryRaw(Prisma.sql`
    select a.id, a.display_name as "displayName" from account a
    where a.status = 'INVITED' and (${visible}) and exists (select from one_time_link l
      where l.account_id = a.id and l.created_by_id = ${id}::uuid and l.consumed_at is null and l.expires_at > app.now())
    order by a.display_name, a.id`);
}

/** Ends every link that an account gave out: whoever made it has seen its secret. Returns how many there were. */
export async function endLinksMadeBy(tx: Tx, { id }: { id: string }): Promise<number> {
  return tx.$executeRaw(Prisma.sql`
    update one_time_link set consumed_at = app.now() where created_by_id = ${id}::uuid and consumed_at is null`);
}

/** Takes an account out of all its groups. Returns their ids. */
export async function leaveAllGroups(tx: Tx, { id }: { id: string }): Promise<string[]> {
  const rows = await tx.$queryRaw<{ groupId: string }[]>(Prisma.sql`
    delete from membership where account_id = ${id}::uuid returning group_id as "groupId"`);
  return rows.map(({ groupId }) => groupId);
}
