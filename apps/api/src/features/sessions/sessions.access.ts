import { randomUUID } from 'node:crypto';
import { makeSession } from '@sallyport/testing';
import type { Cell, CellContext, MatrixRow } from '../../matrix/matrix-row.ts';
import {
  ANY_MANAGE_USERS,
  CUSTOMERS,
  FOR_A_TIME,
  NOT_CUSTOMERS,
  NOT_STAFF,
  STAFF,
  WITHOUT_PEOPLE,
} from '../../matrix/personas.ts';

const own = { kind: 'staff', permission: null, on: null, changesAccess: false } as const;
const ownAtPortal = { ...own, kind: 'portal' } as const;
const ofUser = { kind: 'staff', permission: 'manage-users', on: 'user', changesAccess: false } as const;

/** Another session of whoever asks. */
async function another({ doors, actor }: CellContext) {
  if (!actor.account) return { sessionId: randomUUID() };
  return { sessionId: (await makeSession(doors.db, actor.account)).id };
}

const OTHERS = [...WITHOUT_PEOPLE, 'customer-manager'] as const;
const absent: Cell = { hidden: ANY_MANAGE_USERS, refused: OTHERS, unauthenticated: NOT_STAFF };
const byLastingHolders: Cell = {
  allowed: ['admin', 'manager', 'office-manager'],
  refused: [...FOR_A_TIME, ...OTHERS],
  unauthenticated: NOT_STAFF,
};
const byManagers: Cell = {
  allowed: ['admin', 'manager'],
  refused: ['office-manager', ...FOR_A_TIME, ...OTHERS],
  unauthenticated: NOT_STAFF,
};
const byAdmins: Cell = {
  allowed: ['admin'],
  refused: ['manager', 'office-manager', ...FOR_A_TIME, ...OTHERS],
  unauthenticated: NOT_STAFF,
};
const underDominance: MatrixRow['cells'] = {
  self: byLastingHolders,
  ordinary: byLastingHolders,
  tester: byManagers,
  stronger: byAdmins,
  admin: byAdmins,
  customer: absent,
  nonexistent: absent,
};

export const sessionsAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'sessions.list',
    declared: { ...own, action: 'session.list' },
    input: () => ({}),
    cells: { none: { allowed: STAFF, unauthenticated: NOT_STAFF } },
  },
  {
    door: 'staff',
    procedure: 'sessions.end',
    declared: { ...own, action: 'session.end' },
    input: another,
    cells: { none: { allowed: STAFF, unauthenticated: NOT_STAFF } },
  },
  {
    door: 'staff',
    procedure: 'sessions.endOthers',
    declared: { ...own, action: 'session.end' },
    input: () => ({}),
    cells: { none: { allowed: STAFF, unauthenticated: NOT_STAFF } },
  },
  {
    door: 'portal',
    procedure: 'sessions.list',
    declared: { ...ownAtPortal, action: 'portal.session.list' },
    input: () => ({}),
    cells: { none: { allowed: CUSTOMERS, unauthenticated: NOT_CUSTOMERS } },
  },
  {
    door: 'portal',
    procedure: 'sessions.end',
    declared: { ...ownAtPortal, action: 'portal.session.end' },
    input: another,
    cells: { none: { allowed: CUSTOMERS, unauthenticated: NOT_CUSTOMERS } },
  },
  {
    door: 'portal',
    procedure: 'sessions.endOthers',
    declared: { ...ownAtPortal, action: 'portal.session.end' },
    input: () => ({}),
    cells: { none: { allowed: CUSTOMERS, unauthenticated: NOT_CUSTOMERS } },
  },
  {
    door: 'staff',
    procedure: 'users.listSessions',
    declared: { ...ofUser, action: 'user.listSessions' },
    input: () => ({}),
    cells: underDominance,
  },
  {
    door: 'staff',
    procedure: 'users.endSessions',
    declared: { ...ofUser, action: 'user.endSessions' },
    input: () => ({}),
    cells: underDominance,
  },
];
