import type { MatrixRow } from '../../matrix/matrix-row.ts';
import { PERSONAS } from '../../matrix/personas.ts';

/** The matrix plays on an installation that is no demo, where this does not exist. */
export const mailboxAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'mailbox.list',
    declared: { kind: 'public' },
    input: () => ({}),
    cells: { none: { hidden: PERSONAS } },
  },
];
