import type { TestDatabase } from '../test-database.ts';
import { insertRow } from './insert.ts';
import { makeFile } from './make-file.ts';

export interface TestReport {
  id: string;
  number: number;
  fileId: string;
  plainFileId: string;
}

export interface ReportInput {
  findings?: readonly { id: string }[];
  version?: readonly [major: number, minor: number];
  isReleased?: boolean;
  createdById?: string;
}

/** A finished report of a project in both forms, released where told so; no bytes behind it. */
export async function makeReport(
  db: TestDatabase,
  project: { id: string; companyId: string },
  input: ReportInput = {},
): Promise<TestReport> {
  const { id: projectId, companyId } = project;
  const { rows } = await db.owner.query<{ number: number; now: Date }>(
    `UPDATE project SET last_report_number = last_report_number + 1 WHERE id = $1
     RETURNING last_report_number AS number, app.now() AS now`,
    [projectId],
  );
  const [next] = rows;
  if (!next) throw new Error('There is no such project.');
  const file = {
    kind: 'REPORT',
    projectId,
    companyId,
    ...(input.isReleased && { inPortalAt: next.now }),
  } as const;
  const [fileId, plainFileId] = [await makeFile(db, file), await makeFile(db, file)];
  const [major, minor] = input.version ?? [1, next.number - 1];
  const findings = input.findings ?? [];
  const { id } = await insertRow<{ id: string }>(
    db,
    'report',
    {
      project_id: projectId,
      company_id: companyId,
      number: next.number,
      version_major: major,
      version_minor: minor,
      state: 'READY',
      file_id: fileId,
      plain_file_id: plainFileId,
      pages: 12,
      finding_count: findings.length,
      created_by_id: input.createdById,
      finished_at: next.now,
    },
    'id',
  );
  for (const finding of findings) {
    await insertRow(
      db,
      'report_finding',
      { report_id: id, finding_id: finding.id, project_id: projectId, company_id: companyId },
      'report_id',
    );
  }
  if (input.isReleased)
    await db.owner.query('UPDATE report SET released_at = $2 WHERE id = $1', [id, next.now]);
  return { id, number: next.number, fileId, plainFileId };
}
