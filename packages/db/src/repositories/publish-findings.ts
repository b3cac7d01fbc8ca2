import type { Severity } from '@sallyport/contracts/common';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import type { Grant } from '../grant.ts';

/** A finding as publishing looks at it. */
export interface PublishableRecord {
  id: string;
  title: string;
  severity: Severity;
  reference: number | null;
  publishedAt: Date | null;
  isInReleasedReport: boolean;
}

/**
 * Holds a project and some of its findings until the transaction ends. Findings come most severe first, then by title:
 * the order in which references are given. Those that are not of this project are missing.
 */
export async function lockForPublishing(
  tx: Tx,
  { id }: Grant<'project'>,
  findingIds: readonly string[],
): Promise<PublishableRecord[]> {
  await tx.$queryRaw(Prisma.sql`select 1 from project where id = ${id}::uuid for no key update`);
  return tx.$queryRaw<PublishableRecord[]>(Prisma.sql`
    select f.id, f.title, f.severity, f.reference, f.published_at as "publishedAt",
      exists (select from report_finding rf join report r on r.id = rf.report_id
        where rf.finding_id = f.id and r.released_at is not null) as "isInReleasedReport"
    from finding f where f.project_id = ${id}::uuid and f.id = any(${[...findingIds]}::uuid[])
    order by f.severity_rank desc, f.title, f.id for update of f`);
}

/**
 * Publishes findings that were locked: those without a reference get the next ones, in the order given, and the
 * project is shown to its customers from now on. Returns what they are called and since when they are out.
 */
export async function publishLocked(
  tx: Tx,
  { id }: Grant<'project'>,
  findingIds: readonly string[],
  publisherId: string,
): Promise<{ id: string; reference: number; publishedAt: Date }[]> {
  const published = await tx.$queryRaw<{ id: string; reference: number; publishedAt: Date }[]>(Prisma.sql`
    with given as (
      select f.id, f.reference, row_number() over (partition by f.reference is null order by g.at) as place
      from unnest(${[...findingIds]}::uuid[]) with ordinality as g (id, at) join finding f on f.id = g.id
    ), numbered as (
      select g.id, coalesce(g.reference, p.last_finding_number + g.place::int) as reference
      from given g join project p on p.id = ${id}::uuid
    )
    update finding f set reference = n.reference, published_at = app.now(), published_by_id = ${publisherId}::uuid,
      first_published_at = coalesce(f.first_published_at, app.now())
    from numbered n where f.id = n.id
    returning f.id, f.reference, f.published_at as "publishedAt"`);
  await tx.$executeRaw(Prisma.sql`
    update project p set shown_at = coalesce(p.shown_at, app.now()), last_finding_number = greatest(
      p.last_finding_number, (select max(f.reference) from finding f where f.project_id = p.id))
    where p.id = ${id}::uuid`);
  return published;
}

/** Takes back findings that were locked. Their references stay theirs. */
export async function unpublishLocked(tx: Tx, findingIds: readonly string[]): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    update finding set published_at = null, published_by_id = null where id = any(${[...findingIds]}::uuid[])`);
}

/** Files of evidence for the client, in the order in which they should be copied. */
export async function clientFilesOf(tx: Tx, findingIds: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ fileId: string }[]>(Prisma.sql`
    select e.file_id as "fileId" from evidence e
    where e.finding_id = any(${[...findingIds]}::uuid[]) and e.audience = 'CLIENT' order by e.file_id`);
  return rows.map(({ fileId }) => fileId);
}

/** Files of evidence of which the portal holds a copy. */
export async function portalFilesOf(tx: Tx, findingIds: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ fileId: string }[]>(Prisma.sql`
    select e.file_id as "fileId" from evidence e join stored_file f on f.id = e.file_id
    where e.finding_id = any(${[...findingIds]}::uuid[]) and f.in_portal_at is not null order by e.file_id`);
  return rows.map(({ fileId }) => fileId);
}
