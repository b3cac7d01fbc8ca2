import type { MatrixRow } from '../../matrix/matrix-row.ts';
import { CUSTOMERS, NOT_CUSTOMERS, NOT_STAFF, STAFF } from '../../matrix/personas.ts';

const own = { permission: null, on: null, changesAccess: false } as const;

export const ownActivityAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'ownActivity.list',
    declared: { ...own, kind: 'staff', action: 'profile.read' },
    input: () => ({}),
    cells: { none: { allowed: STAFF, unauthenticated: NOT_STAFF } },
  },
  {
    door: 'portal',
    procedure: 'ownActivity.list',
    declared: { ...own, kind: 'portal', action: 'portal.profile.read' },
    input: () => ({}),
    cells: { none: { allowed: CUSTOMERS, unauthenticated: NOT_CUSTOMERS } },
  },
];
