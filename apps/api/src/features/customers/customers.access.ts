import { randomUUID } from 'node:crypto';
import { findGroup } from '@sallyport/testing';
import type { Cell, MatrixRow } from '../../matrix/matrix-row.ts';
import { NOT_STAFF, STAFF } from '../../matrix/personas.ts';

const OTHERS = STAFF.filter((persona) => persona !== 'admin' && persona !== 'customer-manager');
const declared = { kind: 'staff', permission: 'manage-customers', on: 'company' } as const;
const byKeepers: Cell = {
  allowed: ['admin', 'customer-manager'],
  refused: OTHERS,
  unauthenticated: NOT_STAFF,
};
const absent: Cell = { hidden: ['admin', 'customer-manager'], refused: OTHERS, unauthenticated: NOT_STAFF };

export const customersAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'customers.listCustomers',
    declared: { ...declared, permission: null, action: 'customer.list', changesAccess: false },
    input: () => ({}),
    cells: {
      ordinary: {
        allowed: ['admin', 'customer-manager'],
        hidden: OTHERS,
        unauthenticated: NOT_STAFF,
      },
      led: { allowed: STAFF, unauthenticated: NOT_STAFF },
      nonexistent: { hidden: STAFF, unauthenticated: NOT_STAFF },
    },
  },
  {
    door: 'staff',
    procedure: 'customers.listCustomerGroups',
    declared: { ...declared, action: 'customer.invite', changesAccess: false },
    input: () => ({}),
    cells: { ordinary: byKeepers, led: byKeepers, nonexistent: absent },
  },
  {
    door: 'staff',
    procedure: 'customers.inviteCustomer',
    declared: { ...declared, action: 'customer.invite', changesAccess: true },
    input: async ({ doors }) => ({
      displayName: 'Casey Client',
      email: `${randomUUID()}@client.example`,
      groupIds: [(await findGroup(doors.db, 'customer-viewer')).id],
      reason: 'Follows the project',
    }),
    cells: { ordinary: byKeepers, led: byKeepers, nonexistent: absent },
  },
  {
    door: 'staff',
    procedure: 'customers.renewCustomerInvitation',
    declared: {
      ...declared,
      on: 'customer',
      action: 'customer.renewInvitation',
      changesAccess: true,
    },
    input: () => ({}),
    targetStatus: 'INVITED',
    cells: { ordinary: byKeepers, nonexistent: absent },
  },
];
