import type { ProjectFacts } from '@sallyport/access';
import type { ReportState } from '@sallyport/contracts/staff';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { PROJECT_FACTS_COLUMNS, type ProjectFactsRow, projectFacts } from './project-facts.ts';
import { type PersonRecord, personJson } from './user-record.ts';

/** A report as lists and its own page need it. */
export interface ReportRecord {
  id: string;
  projectId: string;
  companyId: string;
  number: number;
  versionMajor: number;
  versionMinor: number;
  state: ReportState;
  progress: { done: number; total: number };
  problem: string | null;
  fileId: string | null;
  plainFileId: string | null;
  pages: number | null;
  bytes: number | null;
  /** SHA-256 of the file, hex. */
  sha256: string | null;
  findingCount: number | null;
  createdBy: PersonRecord | null;
  createdAt: Date;
  finishedAt: Date | null;
  releasedAt: Date | null;
  releasedBy: PersonRecord | null;
}

/** The columns of ReportRecord. Expects the rows of REPORT_FROM. */
export const REPORT_COLUMNS = Prisma.sql`r.id, r.project_id as "projectId", r.company_id as "companyId", r.number,
  r.version_major as "versionMajor", r.version_minor as "versionMinor", r.state,
  jsonb_build_object('done', r.progress_done, 'total', r.progress_total) as progress, r.problem,
  r.file_id as "fileId", r.plain_file_id as "plainFileId", r.pages, sf.bytes::float8 as bytes,
  encode(sf.sha256, 'hex') as sha256, r.finding_count as "findingCount", ${personJson('cb')} as "createdBy",
  r.created_at as "createdAt", r.finished_at as "finishedAt", r.released_at as "releasedAt",
  ${personJson('rb')} as "releasedBy"`;

/** The report as `r`, its file as `sf`, who asked for it as `cb`, who released it as `rb`. */
export const REPORT_FROM = Prisma.sql`report r left join stored_file sf on sf.id = r.file_id
  left join account cb on cb.id = r.created_by_id left join account rb on rb.id = r.released_by_id`;

type ReportRow = ReportRecord & ProjectFactsRow;

/** One report in one statement, if `visible` (about report `r`) lets it through. */
export async function findReport(
  tx: Tx,
  id: string,
  visible: Prisma.Sql,
): Promise<{ row: ReportRecord; facts: ProjectFacts } | null> {
  const [found] = await tx.$queryRaw<ReportRow[]>(Prisma.sql`
    select ${REPORT_COLUMNS}, ${PROJECT_FACTS_COLUMNS}
    from ${REPORT_FROM} join project p on p.id = r.project_id
    where r.id = ${id}::uuid and (${visible})`);
  if (!found) return null;
  const { memberFacts, isRestricted, completedAt, ...row } = found;
  return { row, facts: projectFacts({ memberFacts, isRestricted, completedAt }) };
}
