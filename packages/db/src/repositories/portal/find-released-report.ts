import type { ShownFacts } from '@sallyport/access';
import type { Tx } from '../../client.ts';
import { Prisma } from '../../generated/client.ts';

/** One of the files of a released report. `sha256` in hex. */
export interface ReleasedFile {
  id: string;
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
}

/** A released report. `file` is for who may view steps and evidence, `plainFile` for the others. */
export interface ReleasedReportRecord {
  id: string;
  projectId: string;
  companyId: string;
  projectName: string;
  versionMajor: number;
  versionMinor: number;
  pages: number | null;
  plainPages: number | null;
  findingCount: number | null;
  releasedAt: Date;
  file: ReleasedFile | null;
  plainFile: ReleasedFile | null;
}

function fileJson(alias: 'ff' | 'pf'): Prisma.Sql {
  const file = Prisma.raw(alias);
  return Prisma.sql`case when ${file}.id is null then null else jsonb_build_object('id', ${file}.id, 'name', ${file}.name,
    'mediaType', ${file}.media_type, 'bytes', ${file}.bytes, 'sha256', encode(${file}.sha256, 'hex')) end`;
}

/** The columns of ReleasedReportRecord. Expects the rows of RELEASED_REPORT_FROM. */
export const RELEASED_REPORT_COLUMNS = Prisma.sql`r.id, r.project_id as "projectId", r.company_id as "companyId",
  rp.name as "projectName", r.version_major as "versionMajor", r.version_minor as "versionMinor", r.pages, r.plain_pages as "plainPages",
  r.finding_count as "findingCount", r.released_at as "releasedAt", ${fileJson('ff')} as file,
  ${fileJson('pf')} as "plainFile"`;

/** The report as `r`, its project as `rp`, its files as `ff` and `pf`. */
export const RELEASED_REPORT_FROM = Prisma.sql`report r join project rp on rp.id = r.project_id
  left join stored_file ff on ff.id = r.file_id left join stored_file pf on pf.id = r.plain_file_id`;

/** One released report in one statement, if `released` (about report `r`) lets it through. */
export async function findReleasedReport(
  tx: Tx,
  id: string,
  released: Prisma.Sql,
): Promise<{ row: ReleasedReportRecord; facts: ShownFacts } | null> {
  const [row] = await tx.$queryRaw<ReleasedReportRecord[]>(Prisma.sql`
    select ${RELEASED_REPORT_COLUMNS} from ${RELEASED_REPORT_FROM} where r.id = ${id}::uuid and (${released})`);
  if (!row) return null;
  const { companyId } = row;
  // The clause that let it through is the proof of these.
  return { row, facts: { companyId, isProjectShown: true, isProjectRestricted: false, isOut: true } };
}
