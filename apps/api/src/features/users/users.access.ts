import { randomUUID } from 'node:crypto';
import { findGroup } from '@sallyport/testing';
import type { Cell, CellContext, MatrixRow } from '../../matrix/matrix-row.ts';
import { ANY_MANAGE_USERS, FOR_A_TIME, NOT_STAFF, WITHOUT_PEOPLE } from '../../matrix/personas.ts';

const OTHERS = [...WITHOUT_PEOPLE, 'customer-manager'] as const;
const readable: Cell = { allowed: ANY_MANAGE_USERS, refused: OTHERS, unauthenticated: NOT_STAFF };
const absent: Cell = { hidden: ANY_MANAGE_USERS, refused: OTHERS, unauthenticated: NOT_STAFF };
const invite = {
  kind: 'staff',
  permission: 'manage-users',
  on: null,
  action: 'user.invite',
  changesAccess: true,
} as const;

async function invitation({ doors }: CellContext, groupKeys: readonly string[]) {
  const groups = await Promise.all(groupKeys.map((key) => findGroup(doors.db, key)));
  return {
    displayName: 'New Comer',
    email: `${randomUUID()}@example.test`,
    reason: 'Joins the team',
    groupIds: groups.map(({ id }) => id),
  };
}

export const usersAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'users.listUsers',
    declared: {
      kind: 'staff',
      permission: 'manage-users',
      on: null,
      action: 'user.list',
      changesAccess: false,
    },
    input: () => ({}),
    cells: { none: readable },
  },
  {
    door: 'staff',
    procedure: 'users.getUser',
    declared: {
      kind: 'staff',
      permission: 'manage-users',
      on: 'user',
      action: 'user.read',
      changesAccess: false,
    },
    input: () => ({}),
    cells: {
      self: readable,
      ordinary: readable,
      tester: readable,
      stronger: readable,
      admin: readable,
      customer: absent,
      nonexistent: absent,
    },
  },
  {
    door: 'staff',
    procedure: 'users.inviteUser',
    variant: 'without groups',
    declared: invite,
    input: (context) => invitation(context, []),
    cells: {
      none: {
        allowed: ['admin', 'manager', 'office-manager'],
        refused: [...FOR_A_TIME, ...OTHERS],
        unauthenticated: NOT_STAFF,
      },
    },
  },
  {
    door: 'staff',
    procedure: 'users.inviteUser',
    variant: 'into the assignable Penetration Tester',
    declared: invite,
    input: (context) => invitation(context, ['penetration-tester']),
    cells: {
      none: {
        allowed: ['admin', 'manager', 'office-manager'],
        refused: [...FOR_A_TIME, ...OTHERS],
        unauthenticated: NOT_STAFF,
      },
    },
  },
  {
    door: 'staff',
    procedure: 'users.inviteUser',
    variant: 'into Manager, which manages people',
    declared: invite,
    input: (context) => invitation(context, ['manager']),
    cells: {
      none: {
        confirm: ['admin', 'manager'],
        refused: ['office-manager', ...FOR_A_TIME, ...OTHERS],
        unauthenticated: NOT_STAFF,
      },
    },
  },
];
