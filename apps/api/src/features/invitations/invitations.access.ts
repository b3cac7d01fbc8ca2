import { makeCustomer, makeInvitation, makeStaff } from '@sallyport/testing';
import type { CellContext, MatrixRow } from '../../matrix/matrix-row.ts';
import { PERSONAS } from '../../matrix/personas.ts';

async function acceptance({ doors }: CellContext, make: typeof makeStaff | typeof makeCustomer) {
  const { secret } = await makeInvitation(doors.db, await make(doors.db, { status: 'INVITED' }));
  return { secret, displayName: 'New Comer', password: 'wooden spoons sing at noon' };
}

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
];
