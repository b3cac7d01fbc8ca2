import { randomUUID } from 'node:crypto';
import { makeStaff, makeToken } from '@sallyport/testing';
import { readValue } from '../../doors/testing/people.ts';
import type { Cell, CellContext, MatrixRow } from '../../matrix/matrix-row.ts';
import { ANY_MANAGE_USERS, FOR_A_TIME, NOT_STAFF, STAFF, WITHOUT_PEOPLE } from '../../matrix/personas.ts';

const OTHERS = [...WITHOUT_PEOPLE, 'customer-manager'] as const;
const own = { kind: 'staff', permission: null, on: null, changesAccess: false } as const;
const others = { ...own, permission: 'manage-users', on: 'user' } as const;
/** Hold Manage Projects without an end date, however far it reaches. */
const LASTING_PROJECTS = ['admin', 'manager', 'project-manager', 'tester'] as const;

const tokenOfActor = async ({ doors, actor }: CellContext) => {
  if (actor.account?.audience !== 'STAFF') return { tokenId: randomUUID() };
  return { tokenId: (await makeToken(doors.db, actor.account)).id };
};
const tokenOfAnother = async ({ doors }: CellContext) => ({
  tokenId: (await makeToken(doors.db, await makeStaff(doors.db))).id,
});
/** A customer has none, and neither has nobody. */
const tokenOfTarget = async ({ doors, object }: CellContext) => {
  const audience = await readValue(doors, 'SELECT audience FROM account WHERE id = $1', [object.id]);
  return { tokenId: audience === 'STAFF' ? (await makeToken(doors.db, object)).id : randomUUID() };
};

const absent: Cell = { hidden: ANY_MANAGE_USERS, refused: OTHERS, unauthenticated: NOT_STAFF };
/** Who dominates somebody with nothing, a tester, somebody with more than a manager, and an Admin. */
function cells(outcome: 'allowed' | 'confirm'): MatrixRow['cells'] {
  const byLastingHolders: Cell = {
    [outcome]: ['admin', 'manager', 'office-manager'],
    refused: [...FOR_A_TIME, ...OTHERS],
    unauthenticated: NOT_STAFF,
  };
  const byManagers: Cell = {
    [outcome]: ['admin', 'manager'],
    refused: ['office-manager', ...FOR_A_TIME, ...OTHERS],
    unauthenticated: NOT_STAFF,
  };
  const byAdmins: Cell = {
    [outcome]: ['admin'],
    refused: ['manager', 'office-manager', ...FOR_A_TIME, ...OTHERS],
    unauthenticated: NOT_STAFF,
  };
  return {
    self: byLastingHolders,
    ordinary: byLastingHolders,
    tester: byManagers,
    stronger: byAdmins,
    admin: byAdmins,
    customer: absent,
    nonexistent: absent,
  };
}

export const tokensAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'tokens.list',
    declared: { ...own, action: 'token.list' },
    input: () => ({}),
    cells: { none: { allowed: STAFF, unauthenticated: NOT_STAFF } },
  },
  {
    door: 'staff',
    procedure: 'tokens.create',
    declared: { ...own, action: 'token.create' },
    input: () => ({ name: 'CI', scopes: [{ permission: 'manage-projects', reach: 'ASSIGNED' }], days: 30 }),
    cells: {
      none: {
        confirm: LASTING_PROJECTS,
        refused: STAFF.filter((persona) => !LASTING_PROJECTS.some((holder) => holder === persona)),
        unauthenticated: NOT_STAFF,
      },
    },
  },
  {
    door: 'staff',
    procedure: 'tokens.revoke',
    variant: 'one’s own',
    declared: { ...own, action: 'token.revoke' },
    input: tokenOfActor,
    cells: { none: { allowed: STAFF, unauthenticated: NOT_STAFF } },
  },
  {
    door: 'staff',
    procedure: 'tokens.revoke',
    variant: 'somebody else’s',
    declared: { ...own, action: 'token.revoke' },
    input: tokenOfAnother,
    cells: { none: { hidden: STAFF, unauthenticated: NOT_STAFF } },
  },
  {
    door: 'staff',
    procedure: 'users.listTokens',
    declared: { ...others, action: 'user.listTokens' },
    input: () => ({}),
    cells: cells('allowed'),
  },
  {
    door: 'staff',
    procedure: 'users.revokeToken',
    declared: { ...others, action: 'user.revokeToken' },
    input: tokenOfTarget,
    cells: cells('confirm'),
  },
];
