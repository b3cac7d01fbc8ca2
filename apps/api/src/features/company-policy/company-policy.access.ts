import type { Cell, MatrixRow } from '../../matrix/matrix-row.ts';
import { NOT_STAFF, STAFF } from '../../matrix/personas.ts';

const OTHERS = STAFF.filter((persona) => persona !== 'admin' && persona !== 'company-manager');
const declared = { kind: 'staff', permission: 'manage-companies', on: 'company' } as const;
const absent: Cell = { hidden: ['admin', 'company-manager'], refused: OTHERS, unauthenticated: NOT_STAFF };

export const companyPolicyAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'companyPolicy.get',
    declared: { ...declared, action: 'companyPolicy.read', changesAccess: false },
    input: () => ({}),
    cells: {
      ordinary: { allowed: ['admin', 'company-manager'], refused: OTHERS, unauthenticated: NOT_STAFF },
      nonexistent: absent,
    },
  },
  {
    door: 'staff',
    procedure: 'companyPolicy.update',
    declared: { ...declared, action: 'companyPolicy.update', changesAccess: true },
    input: () => ({ isFactorRequired: true, idleMinutes: 20, version: 0 }),
    cells: {
      ordinary: { confirm: ['admin', 'company-manager'], refused: OTHERS, unauthenticated: NOT_STAFF },
      nonexistent: absent,
    },
  },
];
