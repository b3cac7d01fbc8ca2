import type { ShownFacts } from '@sallyport/access';
import type { Result, ScannerVector, Severity, SeveritySource } from '@sallyport/contracts/common';
import type { Tx } from '../../client.ts';
import { Prisma } from '../../generated/client.ts';

/** A published finding. Steps, outputs and evidence are for who may view them: the caller leaves them out otherwise. */
export interface PublishedFindingRecord {
  id: string;
  projectId: string;
  companyId: string;
  projectName: string;
  reference: number;
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
  publishedAt: Date;
  instances: {
    id: string;
    target: string;
    parameter: string;
    note: string;
    output: string;
    result: Result;
  }[];
  evidence: {
    id: string;
    fileId: string;
    caption: string;
    alt: string;
    mediaType: string;
    widthPx: number | null;
    heightPx: number | null;
  }[];
}

/** Where-clauses about finding `f`, its instances `i` and its evidence `e`. */
export interface PublishedSight {
  finding: Prisma.Sql;
  instance: Prisma.Sql;
  evidence: Prisma.Sql;
}

/** One published finding in one statement, with as much of it as `sight` lets through. */
export async function findPublishedFinding(
  tx: Tx,
  id: string,
  sight: PublishedSight,
): Promise<{ row: PublishedFindingRecord; facts: ShownFacts } | null> {
  const [row] = await tx.$queryRaw<PublishedFindingRecord[]>(Prisma.sql`
    select f.id, f.project_id as "projectId", f.company_id as "companyId", fp.name as "projectName", f.reference,
      f.title, f.severity, f.severity_source as "severitySource", f.cvss31_vector as "cvss31Vector",
      f.cvss31_score::float8 as "cvss31Score", f.cvss40_vector as "cvss40Vector",
      f.cvss40_score::float8 as "cvss40Score", f.scanner_vectors as "scannerVectors", f.description, f.impact,
      f.steps, f.recommendation, f.links, f.cwe, f.cve, f.result, f.published_at as "publishedAt",
      (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'target', i.target, 'parameter', i.parameter,
          'note', i.note, 'output', i.output, 'result', i.result) order by i.position, i.id), '[]')
        from instance i where i.finding_id = f.id and (${sight.instance})) as instances,
      (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'fileId', e.file_id, 'caption', e.caption,
          'alt', e.alt, 'mediaType', sf.media_type, 'widthPx', sf.width, 'heightPx', sf.height)
          order by e.position, e.id), '[]')
        from evidence e join stored_file sf on sf.id = e.file_id
        where e.finding_id = f.id and (${sight.evidence})) as evidence
    from finding f join project fp on fp.id = f.project_id
    where f.id = ${id}::uuid and (${sight.finding})`);
  if (!row) return null;
  const { companyId } = row;
  // The clause that let it through is the proof of these.
  return { row, facts: { companyId, isProjectShown: true, isProjectRestricted: false, isOut: true } };
}
