import type { ProjectFacts } from '@sallyport/access';
import type { SeverityCounts } from '@sallyport/contracts/common';
import type { ImportState } from '@sallyport/contracts/staff';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { PROJECT_FACTS_COLUMNS, type ProjectFactsRow, projectFacts } from './project-facts.ts';
import { type PersonRecord, personJson } from './user-record.ts';

/** An import as lists and its own page need it. */
export interface ImportRecord {
  id: string;
  projectId: string;
  companyId: string;
  format: string;
  fileId: string;
  fileName: string;
  bytes: number;
  state: ImportState;
  progress: { done: number; total: number };
  findingCount: number | null;
  instanceCount: number | null;
  newFindingCount: number | null;
  newInstanceCount: number | null;
  counts: SeverityCounts | null;
  problem: string | null;
  problemLine: number | null;
  createdBy: PersonRecord | null;
  createdAt: Date;
  updatedAt: Date;
  appliedBy: PersonRecord | null;
  appliedAt: Date | null;
  version: number;
}

/** The columns of ImportRecord. Expects the rows of IMPORT_FROM. */
export const IMPORT_COLUMNS = Prisma.sql`i.id, i.project_id as "projectId", i.company_id as "companyId", i.format,
  i.file_id as "fileId", i.file_name as "fileName", sf.bytes::float8 as bytes, i.state,
  jsonb_build_object('done', i.progress_done, 'total', i.progress_total) as progress,
  i.finding_count as "findingCount", i.instance_count as "instanceCount", i.new_finding_count as "newFindingCount",
  i.new_instance_count as "newInstanceCount", i.counts, i.problem, i.problem_line as "problemLine",
  ${personJson('cb')} as "createdBy", i.created_at as "createdAt", i.updated_at as "updatedAt",
  ${personJson('ab')} as "appliedBy", i.applied_at as "appliedAt", i.version`;

/** The import as `i`, its file as `sf`, who uploaded it as `cb`, who applied it as `ab`. */
export const IMPORT_FROM = Prisma.sql`scan_import i join stored_file sf on sf.id = i.file_id
  left join account cb on cb.id = i.created_by_id left join account ab on ab.id = i.applied_by_id`;

type ImportRow = ImportRecord & ProjectFactsRow;

/** One import in one statement, if `visible` (about import `i`) lets it through. */
export async function findImport(
  tx: Tx,
  id: string,
  visible: Prisma.Sql,
): Promise<{ row: ImportRecord; facts: ProjectFacts } | null> {
  const [found] = await tx.$queryRaw<ImportRow[]>(Prisma.sql`
    select ${IMPORT_COLUMNS}, ${PROJECT_FACTS_COLUMNS}
    from ${IMPORT_FROM} join project p on p.id = i.project_id
    where i.id = ${id}::uuid and (${visible})`);
  if (!found) return null;
  const { memberFacts, isRestricted, completedAt, ...row } = found;
  return { row, facts: projectFacts({ memberFacts, isRestricted, completedAt }) };
}
