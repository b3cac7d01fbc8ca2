import { randomBytes } from 'node:crypto';
import { makeCustomer, makeInvitation, makeStaff } from '@sallyport/testing';
import type { CellContext, MatrixRow } from '../../matrix/matrix-row.ts';
import { PERSONAS } from '../../matrix/personas.ts';

async function acceptance({ doors }: CellContext, make: typeof makeStaff | typeof makeCustomer) {
  const { secret } = await makeInvitation(doors.db, await make(doors.db, { status: 'INVITED' }));
  return { secret, displayName: 'New Comer', password: 'wooden spoons sing at noon' };
}

/** The same answer for everyone; each with a link of its own, because tries are counted. */
const unknownLink = () => ({ secret: randomBytes(32).toString('base64url') });

export const invitationsAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'invitations.acceptInvitation',
    declared: { kind: 'public' },
    input: (context) => acceptance(context, makeStaff),
    cells: { none: { allowed: PERSONAS } },
  },
  {
    door: 'portal',
    procedure: 'invitations.acceptInvitation',
    declared: { kind: 'public' },
    input: (context) => acceptance(context, makeCustomer),
    cells: { none: { allowed: PERSONAS } },
  },
  {
    door: 'staff',
    procedure: 'invitations.mailAgain',
    declared: { kind: 'public' },
    input: unknownLink,
    cells: { none: { allowed: PERSONAS } },
  },
  {
    door: 'portal',
    procedure: 'invitations.mailAgain',
    declared: { kind: 'public' },
    input: unknownLink,
    cells: { none: { allowed: PERSONAS } },
  },
];
