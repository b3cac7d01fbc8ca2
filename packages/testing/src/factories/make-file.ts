import { createHash, randomBytes } from 'node:crypto';
import type { TestDatabase } from '../test-database.ts';
import { insertRow, nextNumber } from './insert.ts';

export interface FileInput {
  kind: 'LOGO' | 'EVIDENCE' | 'SCAN' | 'REPORT';
  companyId: string;
  /** Null for a logo alone. */
  projectId: string | null;
  name?: string;
  /** The portal's store has a copy. */
  inPortalAt?: Date;
}

const MEDIA_TYPE = {
  LOGO: 'image/png',
  EVIDENCE: 'image/png',
  SCAN: 'application/octet-stream',
  REPORT: 'application/pdf',
} as const;

/** What the database knows of a file; there are no bytes behind it. Returns its id. */
export async function makeFile(db: TestDatabase, input: FileInput): Promise<string> {
  const isImage = input.kind === 'LOGO' || input.kind === 'EVIDENCE';
  const { id } = await insertRow<{ id: string }>(
    db,
    'stored_file',
    {
      kind: input.kind,
      company_id: input.companyId,
      project_id: input.projectId,
      name: input.name ?? `file-${nextNumber()}`,
      media_type: MEDIA_TYPE[input.kind],
      bytes: 1_024,
      sha256: createHash('sha256').update(randomBytes(16)).digest(),
      width: isImage ? 640 : null,
      height: isImage ? 480 : null,
      in_portal_at: input.inPortalAt,
    },
    'id',
  );
  return id;
}

/** A wrapped data key of a project, or of a company itself. Returns its id. */
export async function makeFileKey(
  db: TestDatabase,
  input: { companyId: string; projectId: string | null; store: 'INSIDE' | 'PORTAL' },
): Promise<string> {
  const { id } = await insertRow<{ id: string }>(
    db,
    'file_key',
    {
      company_id: input.companyId,
      project_id: input.projectId,
      store: input.store,
      wrapped: randomBytes(60),
    },
    'id',
  );
  return id;
}
