import { randomUUID } from 'node:crypto';
import { pngOf } from '../../doors/testing/evidence.ts';
import { makeFindingObject } from '../../matrix/finding-objects.ts';
import type { MatrixRow } from '../../matrix/matrix-row.ts';
import { READ_BENEATH, WRITE_BENEATH } from '../../matrix/project-cells.ts';

const row = {
  door: 'staff',
  declared: {
    kind: 'staff',
    permission: 'manage-projects',
    on: 'finding',
    action: 'project.write',
    changesAccess: false,
  },
  object: makeFindingObject,
  cells: WRITE_BENEATH,
} as const;

export const evidenceAccess: readonly MatrixRow[] = [
  {
    ...row,
    procedure: 'evidence.updateEvidence',
    input: ({ object }) => ({
      evidenceId: object['evidenceId'] ?? randomUUID(),
      caption: 'The answer',
      alt: 'A page that shows another account',
      audience: 'INTERNAL',
    }),
  },
  {
    ...row,
    procedure: 'evidence.removeEvidence',
    input: ({ object }) => ({ evidenceId: object['evidenceId'] ?? randomUUID() }),
  },
  { ...row, route: 'POST /upload/evidence/:findingId', body: () => pngOf() },
  {
    ...row,
    route: 'GET /files/evidence/:evidenceId',
    declared: { ...row.declared, permission: null, action: 'project.read' },
    params: ({ object }) => ({ evidenceId: String(object['evidenceId'] ?? randomUUID()) }),
    cells: READ_BENEATH,
  },
];
