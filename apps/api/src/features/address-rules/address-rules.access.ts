import { makeClient, makeCustomer, makeStaff, makeToken } from '@sallyport/testing';
import type { Cell, CellContext, MatrixRow } from '../../matrix/matrix-row.ts';
import { ANY_MANAGE_USERS, FOR_A_TIME, NOT_STAFF, STAFF, WITHOUT_PEOPLE } from '../../matrix/personas.ts';

const NOT_ADMIN = STAFF.filter((persona) => persona !== 'admin');
const declared = { kind: 'staff', permission: null, on: null } as const;
const reads = { ...declared, action: 'addressRules.read', changesAccess: false } as const;
const changes = { ...declared, action: 'addressRules.update', changesAccess: true } as const;
// Holders of Manage Projects and Manage Customers see the company's name, so to them it exists.
const SEE_COMPANIES = ['manager', 'project-manager', 'tester', 'customer-manager', ...FOR_A_TIME] as const;
const SEE_NO_COMPANY = ['no-groups', 'office-manager'] as const;

type Place = (context: CellContext) => Promise<object>;

interface Level {
  variant: string;
  place: Place;
  read: Cell;
  change: Cell;
}

const atCompany: Place = async ({ doors }) => {
  const { id } = await makeClient(doors.db);
  return { level: 'COMPANY', subjectId: id };
};
const atAccount =
  (make: (context: CellContext) => Promise<{ id: string }>): Place =>
  async (context) => ({ level: 'ACCOUNT', subjectId: (await make(context)).id });
/** For callers without an account at this door any owner will do: they never get so far. */
const ownToken: Place = async ({ doors, actor }) => {
  const owner = actor.account?.audience === 'STAFF' ? actor.account : await makeStaff(doors.db);
  return { level: 'TOKEN', subjectId: (await makeToken(doors.db, owner)).id };
};
const foreignToken: Place = async ({ doors }) => {
  const owner = await makeStaff(doors.db);
  return { level: 'TOKEN', subjectId: (await makeToken(doors.db, owner)).id };
};

const doorLevel = (level: string): Level => ({
  variant: level,
  place: async () => ({ level }),
  read: { allowed: ['admin'], refused: NOT_ADMIN, unauthenticated: NOT_STAFF },
  change: { confirm: ['admin'], refused: NOT_ADMIN, unauthenticated: NOT_STAFF },
});

const LEVELS: readonly Level[] = [
  doorLevel('STAFF'),
  doorLevel('CUSTOMERS'),
  {
    variant: 'COMPANY',
    place: atCompany,
    read: {
      allowed: ['admin', 'company-manager'],
      refused: SEE_COMPANIES,
      hidden: SEE_NO_COMPANY,
      unauthenticated: NOT_STAFF,
    },
    change: {
      confirm: ['admin', 'company-manager'],
      refused: SEE_COMPANIES,
      hidden: SEE_NO_COMPANY,
      unauthenticated: NOT_STAFF,
    },
  },
  {
    variant: 'ACCOUNT of staff',
    place: atAccount(({ doors }) => makeStaff(doors.db)),
    read: {
      allowed: ANY_MANAGE_USERS,
      hidden: [...WITHOUT_PEOPLE, 'customer-manager'],
      unauthenticated: NOT_STAFF,
    },
    change: {
      confirm: ['admin', 'manager', 'office-manager'],
      refused: FOR_A_TIME,
      hidden: [...WITHOUT_PEOPLE, 'customer-manager'],
      unauthenticated: NOT_STAFF,
    },
  },
  {
    variant: 'ACCOUNT of an Admin',
    place: atAccount(({ doors }) => makeStaff(doors.db, { isAdmin: true })),
    read: {
      allowed: ANY_MANAGE_USERS,
      hidden: [...WITHOUT_PEOPLE, 'customer-manager'],
      unauthenticated: NOT_STAFF,
    },
    change: {
      confirm: ['admin'],
      refused: ['manager', 'office-manager', ...FOR_A_TIME],
      hidden: [...WITHOUT_PEOPLE, 'customer-manager'],
      unauthenticated: NOT_STAFF,
    },
  },
  {
    variant: 'ACCOUNT of a customer',
    place: atAccount(({ doors }) => makeCustomer(doors.db)),
    read: {
      allowed: ['admin', 'customer-manager'],
      hidden: STAFF.filter((persona) => persona !== 'admin' && persona !== 'customer-manager'),
      unauthenticated: NOT_STAFF,
    },
    change: {
      confirm: ['admin', 'customer-manager'],
      hidden: STAFF.filter((persona) => persona !== 'admin' && persona !== 'customer-manager'),
      unauthenticated: NOT_STAFF,
    },
  },
  {
    variant: 'TOKEN of one’s own',
    place: ownToken,
    read: { allowed: STAFF, unauthenticated: NOT_STAFF },
    change: { confirm: STAFF, unauthenticated: NOT_STAFF },
  },
  {
    variant: 'TOKEN of somebody else',
    place: foreignToken,
    read: { hidden: STAFF, unauthenticated: NOT_STAFF },
    change: { hidden: STAFF, unauthenticated: NOT_STAFF },
  },
];

export const addressRulesAccess: readonly MatrixRow[] = LEVELS.flatMap(
  ({ variant, place, read, change }): MatrixRow[] => [
    {
      door: 'staff',
      procedure: 'addressRules.get',
      variant,
      declared: reads,
      input: async (context) => ({ place: await place(context) }),
      cells: { none: read },
    },
    {
      door: 'staff',
      procedure: 'addressRules.preview',
      variant,
      declared: reads,
      input: async (context) => ({ place: await place(context), rules: [{ network: '203.0.113.0/24' }] }),
      cells: { none: read },
    },
    {
      door: 'staff',
      procedure: 'addressRules.update',
      variant,
      declared: changes,
      input: async (context) => ({ place: await place(context), rules: [] }),
      cells: { none: change },
    },
  ],
);
