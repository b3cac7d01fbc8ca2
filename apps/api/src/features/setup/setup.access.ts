import { randomBytes } from 'node:crypto';
import type { MatrixRow } from '../../matrix/matrix-row.ts';
import { PERSONAS } from '../../matrix/personas.ts';

/** S11: the matrix plays on an installation that is set up, where this does not exist. */
export const setupAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'setup.completeSetup',
    declared: { kind: 'public' },
    input: () => ({
      secret: randomBytes(32).toString('base64url'),
      firmName: 'Another firm',
      displayName: 'Late Comer',
      email: 'late@example.test',
      password: 'quiet lamps under cold water',
    }),
    cells: { none: { hidden: PERSONAS } },
  },
];
