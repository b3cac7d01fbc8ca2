import { randomBytes } from 'node:crypto';
import { makeCustomer, makeResetLink, makeStaff } from '@sallyport/testing';
import type { CellContext, MatrixRow } from '../../matrix/matrix-row.ts';
import { PERSONAS } from '../../matrix/personas.ts';

const everyone: MatrixRow['cells'] = { none: { allowed: PERSONAS } };
const unknown = () => ({ identifier: `${randomBytes(6).toString('hex')}@example.test` });

async function openReset({ doors }: CellContext, make: typeof makeStaff | typeof makeCustomer) {
  const { secret } = await makeResetLink(doors.db, await make(doors.db, { hasFactor: false }));
  return { secret, newPassword: 'wooden spoons sing at noon' };
}

/** S10: whoever stands before the door. */
export const passwordResetAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'passwordReset.request',
    declared: { kind: 'public' },
    input: unknown,
    cells: everyone,
  },
  {
    door: 'staff',
    procedure: 'passwordReset.complete',
    declared: { kind: 'public' },
    input: (context) => openReset(context, makeStaff),
    cells: everyone,
  },
  {
    door: 'portal',
    procedure: 'passwordReset.request',
    declared: { kind: 'public' },
    input: unknown,
    cells: everyone,
  },
  {
    door: 'portal',
    procedure: 'passwordReset.complete',
    declared: { kind: 'public' },
    input: (context) => openReset(context, makeCustomer),
    cells: everyone,
  },
];
