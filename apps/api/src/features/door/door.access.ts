import type { MatrixRow } from '../../matrix/matrix-row.ts';
import { PERSONAS } from '../../matrix/personas.ts';

const everyone: MatrixRow['cells'] = { none: { allowed: PERSONAS } };

export const doorAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'door.getDoor',
    declared: { kind: 'public' },
    input: () => ({}),
    cells: everyone,
  },
  {
    door: 'portal',
    procedure: 'door.getDoor',
    declared: { kind: 'public' },
    input: () => ({}),
    cells: everyone,
  },
];
