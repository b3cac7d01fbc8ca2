import { makeCustomer, makeStaff } from '@sallyport/testing';
import type { Cell, MatrixRow } from '../../matrix/matrix-row.ts';
import { ANY_MANAGE_USERS, FOR_A_TIME, NOT_STAFF, WITHOUT_PEOPLE } from '../../matrix/personas.ts';

const declared = { kind: 'staff', permission: ['manage-users', 'manage-customers'], on: null } as const;
const reads = { ...declared, action: 'signIn.list', changesAccess: false } as const;
const clears = { ...declared, action: 'signIn.clear', changesAccess: false } as const;
const byManagers: Cell = {
  allowed: [...ANY_MANAGE_USERS, 'customer-manager'],
  refused: WITHOUT_PEOPLE,
  unauthenticated: NOT_STAFF,
};

export const signInActivityAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'signInActivity.list',
    declared: reads,
    input: () => ({}),
    cells: { none: byManagers },
  },
  {
    door: 'staff',
    procedure: 'signInActivity.chart',
    declared: reads,
    input: () => ({ since: new Date(Date.now() - 3_600_000).toISOString() }),
    cells: { none: byManagers },
  },
  {
    door: 'staff',
    procedure: 'signInActivity.clear',
    variant: 'of staff',
    declared: clears,
    input: async ({ doors }) => ({ accountId: (await makeStaff(doors.db)).id }),
    cells: {
      none: {
        confirm: ['admin', 'manager', 'office-manager'],
        refused: [...FOR_A_TIME, ...WITHOUT_PEOPLE],
        hidden: ['customer-manager'],
        unauthenticated: NOT_STAFF,
      },
    },
  },
  {
    door: 'staff',
    procedure: 'signInActivity.clear',
    variant: 'of an Admin',
    declared: clears,
    input: async ({ doors }) => ({ accountId: (await makeStaff(doors.db, { isAdmin: true })).id }),
    cells: {
      none: {
        confirm: ['admin'],
        refused: ['manager', 'office-manager', ...FOR_A_TIME, ...WITHOUT_PEOPLE],
        hidden: ['customer-manager'],
        unauthenticated: NOT_STAFF,
      },
    },
  },
  {
    door: 'staff',
    procedure: 'signInActivity.clear',
    variant: 'of a customer',
    declared: clears,
    input: async ({ doors }) => ({ accountId: (await makeCustomer(doors.db)).id }),
    cells: {
      none: {
        confirm: ['admin', 'customer-manager'],
        refused: WITHOUT_PEOPLE,
        hidden: ['manager', 'office-manager', ...FOR_A_TIME],
        unauthenticated: NOT_STAFF,
      },
    },
  },
];
