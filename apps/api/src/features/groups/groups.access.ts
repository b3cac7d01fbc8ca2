import { randomUUID } from 'node:crypto';
import type { Cell, CellContext, MatrixRow } from '../../matrix/matrix-row.ts';
import { ANY_MANAGE_USERS, FOR_A_TIME, NOT_STAFF, WITHOUT_PEOPLE } from '../../matrix/personas.ts';
import { groupAsSent } from '../../matrix/read-group.ts';

const either = ['manage-users', 'manage-customers'] as const;
const list = { kind: 'staff', permission: either, on: null, changesAccess: false } as const;
const read = { ...list, on: 'group', action: 'group.read' } as const;
const create = { ...list, action: 'group.create', changesAccess: true } as const;

/** Groups of staff do not exist for Manage Customers (A12). */
const ofStaff: Cell = {
  allowed: ANY_MANAGE_USERS,
  hidden: ['customer-manager'],
  refused: WITHOUT_PEOPLE,
  unauthenticated: NOT_STAFF,
};
const ofCustomers: Cell = {
  allowed: [...ANY_MANAGE_USERS, 'customer-manager'],
  refused: WITHOUT_PEOPLE,
  unauthenticated: NOT_STAFF,
};
const absent: Cell = {
  hidden: [...ANY_MANAGE_USERS, 'customer-manager'],
  refused: WITHOUT_PEOPLE,
  unauthenticated: NOT_STAFF,
};
const readable: MatrixRow['cells'] = {
  ordinary: ofStaff,
  own: ofStaff,
  'built-in': ofStaff,
  stronger: ofStaff,
  assignable: ofStaff,
  customer: ofCustomers,
  nonexistent: absent,
};

function newGroup(grants: unknown) {
  return (_context: CellContext) => ({ name: `Group ${randomUUID()}`, purpose: 'For the matrix.', grants });
}

export const groupsAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'groups.listGroups',
    declared: { ...list, action: 'group.list' },
    input: () => ({}),
    cells: { none: ofCustomers },
  },
  { door: 'staff', procedure: 'groups.getGroup', declared: read, input: () => ({}), cells: readable },
  {
    door: 'staff',
    procedure: 'groups.previewGroupChange',
    declared: read,
    input: async ({ doors, object }) => ({
      ...(await groupAsSent(doors.db, object.id)),
      purpose: 'Another purpose.',
    }),
    cells: readable,
  },
  {
    door: 'staff',
    procedure: 'groups.createGroup',
    variant: 'of testers',
    declared: create,
    input: newGroup({ audience: 'STAFF', staff: [{ permission: 'manage-projects', reach: 'ASSIGNED' }] }),
    cells: {
      none: {
        allowed: ['admin', 'manager'],
        refused: ['office-manager', 'customer-manager', ...FOR_A_TIME, ...WITHOUT_PEOPLE],
        unauthenticated: NOT_STAFF,
      },
    },
  },
  {
    door: 'staff',
    procedure: 'groups.createGroup',
    variant: 'that manages people',
    declared: create,
    input: newGroup({ audience: 'STAFF', staff: [{ permission: 'manage-users', reach: null }] }),
    cells: {
      none: {
        confirm: ['admin', 'manager', 'office-manager'],
        refused: ['customer-manager', ...FOR_A_TIME, ...WITHOUT_PEOPLE],
        unauthenticated: NOT_STAFF,
      },
    },
  },
  {
    door: 'staff',
    procedure: 'groups.createGroup',
    variant: 'of customers',
    declared: create,
    input: newGroup({ audience: 'CUSTOMER', customer: ['comment'] }),
    cells: {
      none: {
        allowed: ['admin', 'manager', 'office-manager', 'customer-manager'],
        refused: [...FOR_A_TIME, ...WITHOUT_PEOPLE],
        unauthenticated: NOT_STAFF,
      },
    },
  },
];
