import type { TestDatabase } from '../test-database.ts';
import { insertRow } from './insert.ts';
import { makeFile } from './make-file.ts';

export interface TestImport {
  id: string;
  fileId: string;
  version: number;
}

export interface ImportInput {
  state?: 'UPLOADED' | 'READING' | 'READY' | 'APPLYING' | 'APPLIED' | 'FAILED' | 'DISCARDED';
  createdById?: string;
  findings?: readonly { key: string; title: string; findingId?: string }[];
}

/** A scanner's file in a project, just uploaded unless told otherwise; no bytes behind it. */
export async function makeImport(
  db: TestDatabase,
  project: { id: string; companyId: string },
  input: ImportInput = {},
): Promise<TestImport> {
  const { id: projectId, companyId } = project;
  const fileId = await makeFile(db, { kind: 'SCAN', projectId, companyId, name: 'scan.nessus' });
  const made = await insertRow<{ id: string; version: number }>(
    db,
    'scan_import',
    {
      project_id: projectId,
      company_id: companyId,
      format: 'nessus',
      file_id: fileId,
      file_name: 'scan.nessus',
      state: input.state,
      problem: input.state === 'FAILED' ? 'The file ends in the middle of a finding.' : undefined,
      applied_at: input.state === 'APPLIED' ? new Date() : undefined,
      created_by_id: input.createdById,
    },
    'id, version',
  );
  for (const [position, finding] of (input.findings ?? []).entries()) {
    await insertRow(
      db,
      'scan_import_finding',
      {
        import_id: made.id,
        position,
        key: finding.key,
        title: finding.title,
        severity: 'medium',
        decision: finding.findingId === undefined ? 'NEW' : 'MERGE',
        finding_id: finding.findingId,
      },
      'position',
    );
  }
  return { ...made, fileId };
}
