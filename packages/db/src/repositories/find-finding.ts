import type { ProjectFacts } from '@sallyport/access';
import type { Result, ScannerVector, Severity, SeveritySource } from '@sallyport/contracts/common';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { PROJECT_FACTS_COLUMNS, type ProjectFactsRow, projectFacts } from './project-facts.ts';
import { type PersonRecord, personJson } from './user-record.ts';

/** A finding as its detail page needs it, without its instances and evidence. */
export interface FindingRecord {
  id: string;
  projectId: string;
  companyId: string;
  projectName: string;
  /** Given at the first publication. */
  reference: number | null;
  title: string;
  severity: Severity;
  severitySource: SeveritySource;
  cvss31Vector: string | null;
  cvss31Score: number | null;
  cvss40Vector: string | null;
  cvss40Score: number | null;
  scannerVectors: ScannerVector[];
  description: string;
  impact: string;
  steps: string;
  recommendation: string;
  links: string[];
  cwe: number[];
  cve: string[];
  result: Result;
  sourceKey: string | null;
  instanceCount: number;
  evidenceCount: number;
  isInReleasedReport: boolean;
  publishedAt: Date | null;
  firstPublishedAt: Date | null;
  createdBy: PersonRecord | null;
  updatedBy: PersonRecord | null;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

type FindingRow = FindingRecord & ProjectFactsRow;

/** One finding in one statement, if `visible` (about finding `f`) lets it through. */
export async function findFinding(
  tx: Tx,
  id: string,
  visible: Prisma.Sql,
): Promise<{ row: FindingRecord; facts: ProjectFacts } | null> {
  const [found] = await tx.$queryRaw<FindingRow[]>(Prisma.sql`
    select f.id, f.project_id as "projectId", f.company_id as "companyId", p.name as "projectName", f.reference,
      f.title, f.severity, f.severity_source as "severitySource", f.cvss31_vector as "cvss31Vector",
      f.cvss31_score::float8 as "cvss31Score", f.cvss40_vector as "cvss40Vector",
      f.cvss40_score::float8 as "cvss40Score", f.scanner_vectors as "scannerVectors", f.description, f.impact,
      f.steps, f.recommendation, f.links, f.cwe, f.cve, f.result, f.source_key as "sourceKey",
      (select count(*)::int from instance n where n.finding_id = f.id) as "instanceCount",
      (select count(*)::int from evidence e where e.finding_id = f.id) as "evidenceCount",
      exists (select from report_finding rf join report rr on rr.id = rf.report_id
        where rf.finding_id = f.id and rr.released_at is not null) as "isInReleasedReport",
      f.published_at as "publishedAt", f.first_published_at as "firstPublishedAt", ${personJson('cb')} as "createdBy",
      ${personJson('ub')} as "updatedBy", f.created_at as "createdAt", f.updated_at as "updatedAt", f.version,
      ${PROJECT_FACTS_COLUMNS}
    from finding f join project p on p.id = f.project_id left join account cb on cb.id = f.created_by_id
      left join account ub on ub.id = f.updated_by_id
    where f.id = ${id}::uuid and (${visible})`);
  if (!found) return null;
  const { memberFacts, isRestricted, completedAt, ...row } = found;
  return { row, facts: projectFacts({ memberFacts, isRestricted, completedAt }) };
}
