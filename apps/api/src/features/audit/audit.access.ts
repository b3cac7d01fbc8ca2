import type { MatrixRow } from '../../matrix/matrix-row.ts';
import { NOT_STAFF, STAFF } from '../../matrix/personas.ts';

export const auditAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'audit.listAudit',
    declared: { kind: 'staff', permission: null, on: null, action: 'audit.list', changesAccess: false },
    input: () => ({}),
    cells: {
      none: {
        allowed: ['admin'],
        refused: STAFF.filter((persona) => persona !== 'admin'),
        unauthenticated: NOT_STAFF,
      },
    },
  },
];
