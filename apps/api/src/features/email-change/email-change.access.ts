import { randomBytes } from 'node:crypto';
import { makeCustomer, makeEmailChangeLink, makeStaff } from '@sallyport/testing';
import { setMailServer } from '../../mail/testing/test-mail.ts';
import type { CellContext, MatrixRow } from '../../matrix/matrix-row.ts';
import { CUSTOMERS, NOT_CUSTOMERS, NOT_STAFF, PERSONAS, STAFF } from '../../matrix/personas.ts';

const declared = { permission: null, on: null, changesAccess: false } as const;
const freshEmail = () => `${randomBytes(6).toString('hex')}@example.test`;

/** U6: the new address is written to, which takes a mail server. */
async function newAddress({ doors }: CellContext) {
  await setMailServer(doors);
  return { newEmail: freshEmail() };
}

async function confirmation({ doors }: CellContext, make: typeof makeStaff | typeof makeCustomer) {
  const { secret } = await makeEmailChangeLink(doors.db, await make(doors.db), freshEmail());
  return { secret };
}

export const emailChangeAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'emailChange.request',
    declared: { ...declared, kind: 'staff', action: 'profile.changeEmail' },
    input: newAddress,
    cells: { none: { confirm: STAFF, unauthenticated: NOT_STAFF } },
  },
  {
    door: 'staff',
    procedure: 'emailChange.confirm',
    declared: { kind: 'public' },
    input: (context) => confirmation(context, makeStaff),
    cells: { none: { allowed: PERSONAS } },
  },
  {
    door: 'portal',
    procedure: 'emailChange.request',
    declared: { ...declared, kind: 'portal', action: 'portal.profile.changeEmail' },
    input: newAddress,
    cells: { none: { confirm: CUSTOMERS, unauthenticated: NOT_CUSTOMERS } },
  },
  {
    door: 'portal',
    procedure: 'emailChange.confirm',
    declared: { kind: 'public' },
    input: (context) => confirmation(context, makeCustomer),
    cells: { none: { allowed: PERSONAS } },
  },
];
