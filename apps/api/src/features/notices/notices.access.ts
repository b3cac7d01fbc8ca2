import { makeCustomer, makeNotMeLink, makeStaff } from '@sallyport/testing';
import type { CellContext, MatrixRow } from '../../matrix/matrix-row.ts';
import { PERSONAS } from '../../matrix/personas.ts';

async function notice({ doors }: CellContext, make: typeof makeStaff | typeof makeCustomer) {
  const { secret } = await makeNotMeLink(doors.db, await make(doors.db));
  return { secret };
}

export const noticesAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'notices.notMe',
    declared: { kind: 'public' },
    input: (context) => notice(context, makeStaff),
    cells: { none: { allowed: PERSONAS } },
  },
  {
    door: 'portal',
    procedure: 'notices.notMe',
    declared: { kind: 'public' },
    input: (context) => notice(context, makeCustomer),
    cells: { none: { allowed: PERSONAS } },
  },
];
