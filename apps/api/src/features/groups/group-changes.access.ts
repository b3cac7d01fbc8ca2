import { randomUUID } from 'node:crypto';
import { makeCustomer, makeStaff } from '@sallyport/testing';
import type { Cell, CellContext, MatrixRow } from '../../matrix/matrix-row.ts';
import { ANY_MANAGE_USERS, FOR_A_TIME, NOT_STAFF, WITHOUT_PEOPLE } from '../../matrix/personas.ts';
import { groupAsSent } from '../../matrix/read-group.ts';

const change = {
  kind: 'staff',
  permission: ['manage-users', 'manage-customers'],
  on: 'group',
  changesAccess: true,
} as const;
const update = { ...change, action: 'group.update' } as const;

const lastingHolders: Cell = {
  allowed: ['admin', 'manager', 'office-manager'],
  hidden: ['customer-manager'],
  refused: [...FOR_A_TIME, ...WITHOUT_PEOPLE],
  unauthenticated: NOT_STAFF,
};
/** The group gives Manage Projects, which the office manager does not hold (A1). */
const managers: Cell = {
  allowed: ['admin', 'manager'],
  hidden: ['customer-manager'],
  refused: ['office-manager', ...FOR_A_TIME, ...WITHOUT_PEOPLE],
  unauthenticated: NOT_STAFF,
};
/** The group gives Manage Users and Manage Companies: more than a manager holds, and it manages people (S8). */
const confirmedAdmins: Cell = {
  confirm: ['admin'],
  hidden: ['customer-manager'],
  refused: ['manager', 'office-manager', ...FOR_A_TIME, ...WITHOUT_PEOPLE],
  unauthenticated: NOT_STAFF,
};
const nobody: Cell = {
  hidden: ['customer-manager'],
  refused: [...ANY_MANAGE_USERS, ...WITHOUT_PEOPLE],
  unauthenticated: NOT_STAFF,
};
const absent: Cell = {
  hidden: [...ANY_MANAGE_USERS, 'customer-manager'],
  refused: WITHOUT_PEOPLE,
  unauthenticated: NOT_STAFF,
};

async function withNewPurpose({ doors, object }: CellContext) {
  return { ...(await groupAsSent(doors.db, object.id)), purpose: `Purpose ${randomUUID()}` };
}

async function withNewMember({ doors, object }: CellContext) {
  const group = await groupAsSent(doors.db, object.id);
  const isCustomer = 'customer' in Object(group['grants']);
  const { id } = await (isCustomer ? makeCustomer(doors.db) : makeStaff(doors.db));
  return { ...group, addMembers: [{ userId: id, reason: 'For the matrix' }] };
}

export const groupChangesAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'groups.updateGroup',
    variant: 'its purpose',
    declared: update,
    input: withNewPurpose,
    cells: {
      ordinary: managers,
      // Being in it, the office manager holds what it gives.
      own: lastingHolders,
      'built-in': managers,
      stronger: confirmedAdmins,
      assignable: managers,
      customer: {
        allowed: ['admin', 'manager', 'office-manager', 'customer-manager'],
        refused: [...FOR_A_TIME, ...WITHOUT_PEOPLE],
        unauthenticated: NOT_STAFF,
      },
      nonexistent: absent,
    },
  },
  {
    door: 'staff',
    procedure: 'groups.updateGroup',
    variant: 'a new member',
    declared: update,
    input: withNewMember,
    cells: {
      ordinary: managers,
      own: lastingHolders,
      'built-in': managers,
      stronger: confirmedAdmins,
      assignable: lastingHolders,
      customer: {
        allowed: ['admin', 'customer-manager'],
        // Customers do not exist for Manage Users (A12).
        hidden: ['manager', 'office-manager', ...FOR_A_TIME],
        refused: WITHOUT_PEOPLE,
        unauthenticated: NOT_STAFF,
      },
      nonexistent: absent,
    },
  },
  {
    door: 'staff',
    procedure: 'groups.deleteGroup',
    declared: { ...change, action: 'group.delete' },
    input: async ({ doors, object }) => ({ version: (await groupAsSent(doors.db, object.id))['version'] }),
    cells: {
      ordinary: {
        confirm: ['admin', 'manager'],
        hidden: ['customer-manager'],
        refused: ['office-manager', ...FOR_A_TIME, ...WITHOUT_PEOPLE],
        unauthenticated: NOT_STAFF,
      },
      own: nobody,
      'built-in': nobody,
      stronger: confirmedAdmins,
      assignable: {
        confirm: ['admin', 'manager'],
        hidden: ['customer-manager'],
        refused: ['office-manager', ...FOR_A_TIME, ...WITHOUT_PEOPLE],
        unauthenticated: NOT_STAFF,
      },
      customer: {
        confirm: ['admin', 'manager', 'office-manager', 'customer-manager'],
        refused: [...FOR_A_TIME, ...WITHOUT_PEOPLE],
        unauthenticated: NOT_STAFF,
      },
      nonexistent: absent,
    },
  },
];
