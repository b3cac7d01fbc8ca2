import type { MatrixRow } from '../../matrix/matrix-row.ts';
import { NOT_STAFF, STAFF } from '../../matrix/personas.ts';

export const peopleAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'people.listPeople',
    declared: { kind: 'staff', permission: null, on: null, action: 'people.list', changesAccess: false },
    input: () => ({}),
    cells: { none: { allowed: STAFF, unauthenticated: NOT_STAFF } },
  },
];
