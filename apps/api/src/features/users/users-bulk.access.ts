import { makeCustomer, makeStaff } from '@sallyport/testing';
import type { Cell, CellContext, MatrixRow } from '../../matrix/matrix-row.ts';
import { ANY_MANAGE_USERS, FOR_A_TIME, NOT_STAFF, WITHOUT_PEOPLE } from '../../matrix/personas.ts';

const OTHERS = [...WITHOUT_PEOPLE, 'customer-manager'] as const;
const bulk = { kind: 'staff', permission: 'manage-users', on: null } as const;

const lasting: Cell = {
  allowed: ['admin', 'manager', 'office-manager'],
  refused: [...FOR_A_TIME, ...OTHERS],
  unauthenticated: NOT_STAFF,
};
/** A11: one of them is out of hand, so all are left alone. */
const admins: Cell = {
  allowed: ['admin'],
  refused: ['manager', 'office-manager', ...FOR_A_TIME, ...OTHERS],
  unauthenticated: NOT_STAFF,
};
const absent: Cell = { hidden: ANY_MANAGE_USERS, refused: OTHERS, unauthenticated: NOT_STAFF };

const two =
  (other: 'ordinary' | 'stronger' | 'customer') =>
  async ({ doors: { db } }: CellContext) => {
    const first = await makeStaff(db);
    const second =
      other === 'customer'
        ? await makeCustomer(db)
        : await makeStaff(db, other === 'stronger' ? { groups: ['administrator'] } : {});
    return { userIds: [first.id, second.id], reason: 'For the matrix' };
  };

const rows = (procedure: string, declared: MatrixRow['declared']): MatrixRow[] => [
  {
    door: 'staff',
    procedure,
    declared,
    variant: 'two people',
    input: two('ordinary'),
    cells: { none: lasting },
  },
  {
    door: 'staff',
    procedure,
    declared,
    variant: 'one of them stronger',
    input: two('stronger'),
    cells: { none: admins },
  },
  {
    door: 'staff',
    procedure,
    declared,
    variant: 'one of them a customer',
    input: two('customer'),
    cells: { none: absent },
  },
];

/** Groups that give Manage Projects, which the office manager does not hold (A1). */
const managers: Cell = {
  allowed: ['admin', 'manager'],
  hidden: ['customer-manager'],
  refused: ['office-manager', ...FOR_A_TIME, ...WITHOUT_PEOPLE],
  unauthenticated: NOT_STAFF,
};
const holders: Cell = {
  allowed: ['admin', 'manager', 'office-manager'],
  hidden: ['customer-manager'],
  refused: [...FOR_A_TIME, ...WITHOUT_PEOPLE],
  unauthenticated: NOT_STAFF,
};

export const usersBulkAccess: readonly MatrixRow[] = [
  ...rows('users.bulkDeactivate', { ...bulk, action: 'user.deactivate', changesAccess: true }),
  ...rows('users.bulkEndSessions', { ...bulk, action: 'user.endSessions', changesAccess: false }),
  {
    door: 'staff',
    procedure: 'users.bulkAddToGroup',
    declared: {
      kind: 'staff',
      permission: ['manage-users', 'manage-customers'],
      on: 'group',
      action: 'group.update',
      changesAccess: true,
    },
    input: two('ordinary'),
    cells: {
      ordinary: managers,
      own: holders,
      'built-in': managers,
      stronger: {
        confirm: ['admin'],
        hidden: ['customer-manager'],
        refused: ['manager', 'office-manager', ...FOR_A_TIME, ...WITHOUT_PEOPLE],
        unauthenticated: NOT_STAFF,
      },
      assignable: holders,
      customer: {
        // A10, A12: people of the firm never join a group of customers, and are not there for Manage Customers.
        hidden: ['customer-manager'],
        refused: ['admin', ...ANY_MANAGE_USERS.filter((one) => one !== 'admin'), ...WITHOUT_PEOPLE],
        unauthenticated: NOT_STAFF,
      },
      nonexistent: {
        hidden: [...ANY_MANAGE_USERS, 'customer-manager'],
        refused: WITHOUT_PEOPLE,
        unauthenticated: NOT_STAFF,
      },
    },
  },
];
