import { readValue } from '../../doors/testing/people.ts';
import type { CellContext, MatrixRow } from '../../matrix/matrix-row.ts';
import { NOT_STAFF, STAFF } from '../../matrix/personas.ts';

const OTHERS = STAFF.filter((persona) => persona !== 'admin');
const declared = { kind: 'staff', permission: null, on: null, changesAccess: false } as const;
const read = { ...declared, action: 'securityPolicy.read' } as const;
const byAdmins = { allowed: ['admin'], refused: OTHERS, unauthenticated: NOT_STAFF } as const;

/** What is decided already: nobody's session is shortened. */
const asItIs = {
  isStaffFactorRequired: true,
  passwordMinimum: 15,
  staffIdleMinutes: 60,
  customerIdleMinutes: 30,
  absoluteHours: 12,
  tokenDaysAtMost: 365,
};

export const securityPolicyAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'securityPolicy.get',
    declared: read,
    input: () => ({}),
    cells: { none: byAdmins },
  },
  {
    door: 'staff',
    procedure: 'securityPolicy.preview',
    declared: read,
    input: () => asItIs,
    cells: { none: byAdmins },
  },
  {
    door: 'staff',
    procedure: 'securityPolicy.update',
    declared: { ...declared, action: 'securityPolicy.update', changesAccess: true },
    input: async ({ doors }: CellContext) => ({
      ...asItIs,
      version: await readValue(doors, 'SELECT version FROM security_policy'),
    }),
    cells: { none: { confirm: ['admin'], refused: OTHERS, unauthenticated: NOT_STAFF } },
  },
];
