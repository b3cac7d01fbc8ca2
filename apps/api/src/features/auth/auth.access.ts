import { makeCustomer, makeStaff } from '@sallyport/testing';
import type { CellContext, MatrixRow } from '../../matrix/matrix-row.ts';
import {
  ACTOR_PASSWORD,
  CUSTOMERS,
  NOT_CUSTOMERS,
  NOT_STAFF,
  PERSONAS,
  STAFF,
} from '../../matrix/personas.ts';

const signedInStaff: MatrixRow['cells'] = { none: { allowed: STAFF, unauthenticated: NOT_STAFF } };
const signedInCustomer: MatrixRow['cells'] = { none: { allowed: CUSTOMERS, unauthenticated: NOT_CUSTOMERS } };
const session = {
  kind: 'staff',
  permission: null,
  on: null,
  action: 'session.read',
  changesAccess: false,
} as const;
const portalSession = { ...session, kind: 'portal', action: 'portal.session.read' } as const;

async function credentials({ doors, actor }: CellContext, audience: 'STAFF' | 'CUSTOMER') {
  const make = audience === 'STAFF' ? makeStaff : makeCustomer;
  const password = await doors.password(`${ACTOR_PASSWORD} ${actor.persona}`, audience);
  const { email } = await make(doors.db, { password });
  return { identifier: email, password: `${ACTOR_PASSWORD} ${actor.persona}` };
}

export const authAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'auth.signIn',
    declared: { kind: 'public' },
    input: (context) => credentials(context, 'STAFF'),
    cells: { none: { allowed: PERSONAS } },
  },
  { door: 'staff', procedure: 'auth.signOut', declared: session, input: () => ({}), cells: signedInStaff },
  {
    door: 'staff',
    procedure: 'auth.confirmIdentity',
    declared: session,
    input: () => ({ password: ACTOR_PASSWORD }),
    cells: signedInStaff,
  },
  { door: 'staff', procedure: 'auth.getCurrent', declared: session, input: () => ({}), cells: signedInStaff },
  {
    door: 'portal',
    procedure: 'auth.signIn',
    declared: { kind: 'public' },
    input: (context) => credentials(context, 'CUSTOMER'),
    cells: { none: { allowed: PERSONAS } },
  },
  {
    door: 'portal',
    procedure: 'auth.signOut',
    declared: portalSession,
    input: () => ({}),
    cells: signedInCustomer,
  },
  {
    door: 'portal',
    procedure: 'auth.confirmIdentity',
    declared: portalSession,
    input: () => ({ password: ACTOR_PASSWORD }),
    cells: signedInCustomer,
  },
  {
    door: 'portal',
    procedure: 'auth.getCurrent',
    declared: portalSession,
    input: () => ({}),
    cells: signedInCustomer,
  },
];
