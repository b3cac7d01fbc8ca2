import type { Cell, MatrixRow } from '../../matrix/matrix-row.ts';
import { ANY_MANAGE_USERS, FOR_A_TIME, NOT_STAFF, STAFF, WITHOUT_PEOPLE } from '../../matrix/personas.ts';

const OTHERS = [...WITHOUT_PEOPLE, 'customer-manager'] as const;
const change = { kind: 'staff', permission: 'manage-users', on: 'user', changesAccess: true } as const;
const because = () => ({ reason: 'For the matrix' });

const nobody: Cell = { refused: STAFF, unauthenticated: NOT_STAFF };
const absent: Cell = { hidden: ANY_MANAGE_USERS, refused: OTHERS, unauthenticated: NOT_STAFF };
const byLastingHolders: Cell = {
  allowed: ['admin', 'manager', 'office-manager'],
  refused: [...FOR_A_TIME, ...OTHERS],
  unauthenticated: NOT_STAFF,
};
/** The target holds Manage Projects, which the office manager does not (A2). */
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
const byConfirmedAdmins: Cell = {
  confirm: ['admin'],
  refused: ['manager', 'office-manager', ...FOR_A_TIME, ...OTHERS],
  unauthenticated: NOT_STAFF,
};

export const userChangesAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'users.updateUser',
    declared: { ...change, action: 'user.update', changesAccess: false },
    input: ({ object }) => ({
      version: object.version,
      displayName: 'Other Name',
      username: null,
      title: 'Consultant',
    }),
    cells: {
      self: byLastingHolders,
      ordinary: byLastingHolders,
      tester: byManagers,
      stronger: byAdmins,
      admin: byAdmins,
      customer: absent,
      nonexistent: absent,
    },
  },
  {
    door: 'staff',
    procedure: 'users.renewInvitation',
    declared: { ...change, action: 'user.renewInvitation' },
    input: () => ({}),
    targetStatus: 'INVITED',
    cells: {
      // Whoever asks is signed in, so that there is no invitation of theirs to renew.
      self: nobody,
      ordinary: byLastingHolders,
      tester: byManagers,
      stronger: byConfirmedAdmins,
      admin: byConfirmedAdmins,
      customer: absent,
      nonexistent: absent,
    },
  },
  {
    door: 'staff',
    procedure: 'users.deactivateUser',
    declared: { ...change, action: 'user.deactivate' },
    input: because,
    cells: {
      self: nobody,
      ordinary: byLastingHolders,
      tester: byManagers,
      stronger: byAdmins,
      admin: byAdmins,
      customer: absent,
      nonexistent: absent,
    },
  },
  {
    door: 'staff',
    procedure: 'users.reactivateUser',
    declared: { ...change, action: 'user.reactivate' },
    input: because,
    targetStatus: 'INACTIVE',
    cells: {
      self: nobody,
      ordinary: byLastingHolders,
      tester: byManagers,
      stronger: byAdmins,
      admin: byAdmins,
      customer: absent,
      nonexistent: absent,
    },
  },
];
