import type { TestDatabase } from '../test-database.ts';
import { insertRow } from './insert.ts';
import { makeFile } from './make-file.ts';

export interface TestEvidence {
  id: string;
  fileId: string;
}

export interface EvidenceInput {
  audience?: 'INTERNAL' | 'CLIENT';
  caption?: string;
  alt?: string;
  inPortalAt?: Date;
}

/** An image of a finding, with a row for its file but no bytes. */
export async function makeEvidence(
  db: TestDatabase,
  finding: { id: string; projectId: string; companyId: string },
  input: EvidenceInput = {},
): Promise<TestEvidence> {
  const { projectId, companyId } = finding;
  const fileId = await makeFile(db, {
    kind: 'EVIDENCE',
    projectId,
    companyId,
    ...(input.inPortalAt && { inPortalAt: input.inPortalAt }),
  });
  const { id } = await insertRow<{ id: string }>(
    db,
    'evidence',
    {
      finding_id: finding.id,
      project_id: projectId,
      company_id: companyId,
      file_id: fileId,
      audience: input.audience,
      caption: input.caption,
      alt: input.alt ?? 'The answer of the server',
    },
    'id',
  );
  return { id, fileId };
}
