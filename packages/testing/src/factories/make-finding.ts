import type { TestDatabase } from '../test-database.ts';
import { insertRow, nextNumber } from './insert.ts';

export interface TestFinding {
  id: string;
  projectId: string;
  companyId: string;
  reference: number | null;
  title: string;
  severity: 'critical' | 'high' | 'medium' | 'low' | 'info';
  version: number;
}

export interface FindingInput {
  title?: string;
  severity?: TestFinding['severity'];
  result?: 'OPEN' | 'FIXED' | 'PARTIALLY_FIXED' | 'NOT_RETESTED' | 'WITHDRAWN';
  /** Published now, with the project's next number. The project is shown only where makeProject was told so. */
  isPublished?: boolean;
  sourceKey?: string;
  description?: string;
  impact?: string;
  steps?: string;
  recommendation?: string;
  cvss31?: { vector: string; score: number };
  cvss40?: { vector: string; score: number };
  createdById?: string;
  createdAt?: Date;
}

/** A finding of a project, a draft unless told otherwise. */
export async function makeFinding(
  db: TestDatabase,
  project: { id: string; companyId: string },
  input: FindingInput = {},
): Promise<TestFinding> {
  const publication = input.isPublished ? await nextPublication(db, project.id) : {};
  return insertRow<TestFinding>(
    db,
    'finding',
    {
      project_id: project.id,
      company_id: project.companyId,
      title: input.title ?? `Finding ${nextNumber()}`,
      severity: input.severity ?? 'medium',
      result: input.result,
      source_key: input.sourceKey,
      description: input.description,
      impact: input.impact,
      steps: input.steps,
      recommendation: input.recommendation,
      cvss31_vector: input.cvss31?.vector,
      cvss31_score: input.cvss31?.score,
      cvss40_vector: input.cvss40?.vector,
      cvss40_score: input.cvss40?.score,
      created_by_id: input.createdById,
      created_at: input.createdAt,
      ...publication,
    },
    'id, project_id AS "projectId", company_id AS "companyId", reference, title, severity, version',
  );
}

async function nextPublication(
  db: TestDatabase,
  projectId: string,
): Promise<Readonly<Record<string, unknown>>> {
  const { rows } = await db.owner.query<{ reference: number; now: Date }>(
    `UPDATE project SET last_finding_number = last_finding_number + 1 WHERE id = $1
     RETURNING last_finding_number AS reference, app.now() AS now`,
    [projectId],
  );
  const [row] = rows;
  if (!row) throw new Error('There is no such project.');
  return { reference: row.reference, published_at: row.now, first_published_at: row.now };
}
