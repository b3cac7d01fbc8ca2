import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import type { Grant } from '../grant.ts';
import { REPORT_COLUMNS, REPORT_FROM, type ReportRecord } from './find-report.ts';

/** What stands in the way of releasing a report, beside its state. */
export interface ReportObstacles {
  /** Findings that it tells of and that customers do not see. */
  unpublishedCount: number;
  /** Findings that it tells of and that still exist. */
  heldCount: number;
  /** Another report was released under the same version. */
  isVersionTaken: boolean;
}

const OBSTACLES = Prisma.sql`
  (select count(*)::int from report_finding l join finding f on f.id = l.finding_id
    where l.report_id = r.id and f.published_at is null) as "unpublishedCount",
  (select count(*)::int from report_finding l where l.report_id = r.id) as "heldCount",
  exists (select from report o where o.project_id = r.project_id and o.released_at is not null and o.id <> r.id
    and o.version_major = r.version_major and o.version_minor = r.version_minor) as "isVersionTaken"`;

export type ListedReport = ReportRecord & ReportObstacles;

/** The reports of a project, newest first. */
export function listReports(tx: Tx, { id }: Grant<'project'>): Promise<ListedReport[]> {
  return tx.$queryRaw<ListedReport[]>(Prisma.sql`
    select ${REPORT_COLUMNS}, ${OBSTACLES} from ${REPORT_FROM} where r.project_id = ${id}::uuid
    order by r.number desc limit 200`);
}

/** The obstacles of one report. */
export async function reportObstacles(tx: Tx, { id }: Grant<'report'>): Promise<ReportObstacles> {
  const [row] = await tx.$queryRaw<ReportObstacles[]>(Prisma.sql`
    select ${OBSTACLES} from report r where r.id = ${id}::uuid`);
  if (!row) throw new Error('the report is gone');
  return row;
}

/**
 * Puts a report into the queue. Its number is the firm's own count; its version is what it will be called when it is
 * released: 1.0 first, then one minor step after the latest release.
 */
export async function createReport(
  tx: Tx,
  { id: projectId, row: { companyId } }: Grant<'project'>,
  createdById: string,
): Promise<{ id: string; number: number }> {
  const [created] = await tx.$queryRaw<{ id: string; number: number }[]>(Prisma.sql`
    with counted as (
      update project set last_report_number = last_report_number + 1 where id = ${projectId}::uuid
      returning last_report_number as number
    ), latest as (
      select version_major as major, version_minor + 1 as minor from report
      where project_id = ${projectId}::uuid and released_at is not null
      order by version_major desc, version_minor desc limit 1
    )
    insert into report (project_id, company_id, number, version_major, version_minor, progress_total, created_by_id)
    select ${projectId}::uuid, ${companyId}::uuid, counted.number, coalesce(latest.major, 1),
      coalesce(latest.minor, 0), ${REPORT_STEPS}::int, ${createdById}::uuid
    from counted left join latest on true
    returning id, number`);
  if (!created) throw new Error('the report was not created');
  return created;
}

/** Collecting, images, setting, storing. */
const REPORT_STEPS = 4;

/** One report as the worker takes it in hand. */
export async function lockReport(tx: Tx, id: string): Promise<ReportRecord | null> {
  const [found] = await tx.$queryRaw<ReportRecord[]>(Prisma.sql`
    select ${REPORT_COLUMNS} from ${REPORT_FROM} where r.id = ${id}::uuid for update of r`);
  return found ?? null;
}

export async function setReportProgress(tx: Tx, id: string, done: number): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    update report set state = 'RENDERING', progress_done = ${done}::int
    where id = ${id}::uuid and state in ('QUEUED', 'RENDERING')`);
}

export interface RenderedReport {
  fileId: string;
  plainFileId: string;
  pages: number;
  plainPages: number;
}

/** The report is there to be looked at. What it tells of was noted with `noteReportFindings`. */
export async function markReportReady(tx: Tx, id: string, rendered: RenderedReport): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    update report set state = 'READY', file_id = ${rendered.fileId}::uuid, plain_file_id = ${rendered.plainFileId}::uuid,
      pages = ${rendered.pages}::int, plain_pages = ${rendered.plainPages}::int, progress_done = progress_total,
      finished_at = app.now()
    where id = ${id}::uuid`);
}

/** Which findings the report tells of, as they were when it was collected. */
export async function noteReportFindings(
  tx: Tx,
  { id, projectId, companyId }: ReportRecord,
  findingIds: readonly string[],
): Promise<void> {
  await tx.$executeRaw(Prisma.sql`delete from report_finding where report_id = ${id}::uuid`);
  await tx.$executeRaw(Prisma.sql`
    insert into report_finding (report_id, finding_id, project_id, company_id)
    select ${id}::uuid, f.id, ${projectId}::uuid, ${companyId}::uuid from unnest(${[...findingIds]}::uuid[]) as f (id)`);
  await tx.$executeRaw(Prisma.sql`
    update report set finding_count = ${findingIds.length}::int where id = ${id}::uuid`);
}

export async function markReportFailed(tx: Tx, id: string, problem: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    update report set state = 'FAILED', problem = left(${problem}, 2000), finished_at = app.now()
    where id = ${id}::uuid and state in ('QUEUED', 'RENDERING')`);
}

/** Releases a finished report for good; null when somebody else did it first. */
export async function releaseReport(
  tx: Tx,
  { id }: Grant<'report'>,
  releasedById: string,
): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ releasedAt: Date }[]>(Prisma.sql`
    update report set released_at = app.now(), released_by_id = ${releasedById}::uuid
    where id = ${id}::uuid and released_at is null and state = 'READY' returning released_at as "releasedAt"`);
  return row?.releasedAt ?? null;
}
