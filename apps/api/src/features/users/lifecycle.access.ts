import { randomUUID } from 'node:crypto';
import type { TestDoors } from '../../doors/testing/test-doors.ts';
import type { Cell, CellObject, MatrixRow, ObjectState, UserState } from '../../matrix/matrix-row.ts';
import { makeUser } from '../../matrix/objects.ts';
import {
  type Actor,
  ANY_MANAGE_USERS,
  FOR_A_TIME,
  NOT_STAFF,
  STAFF,
  WITHOUT_PEOPLE,
} from '../../matrix/personas.ts';

const OTHERS = [...WITHOUT_PEOPLE, 'customer-manager'] as const;
const change = { kind: 'staff', permission: 'manage-users', on: 'user', changesAccess: true } as const;
const byAdmin = { ...change, permission: null } as const;
const read = { ...change, action: 'user.read', changesAccess: false } as const;
const because = () => ({ reason: 'For the matrix' });

const nobody: Cell = { refused: STAFF, unauthenticated: NOT_STAFF };
const absent: Cell = { hidden: ANY_MANAGE_USERS, refused: OTHERS, unauthenticated: NOT_STAFF };
const readable: Cell = { allowed: ANY_MANAGE_USERS, refused: OTHERS, unauthenticated: NOT_STAFF };
const everywhere = {
  self: readable,
  ordinary: readable,
  tester: readable,
  stronger: readable,
  admin: readable,
  customer: absent,
  nonexistent: absent,
};
const nowhere = { self: nobody, customer: absent, nonexistent: absent };
const lasting: Cell = {
  allowed: ['admin', 'manager', 'office-manager'],
  refused: [...FOR_A_TIME, ...OTHERS],
  unauthenticated: NOT_STAFF,
};
/** The target holds Manage Projects, which the office manager does not (A2). */
const managers: Cell = {
  allowed: ['admin', 'manager'],
  refused: ['office-manager', ...FOR_A_TIME, ...OTHERS],
  unauthenticated: NOT_STAFF,
};
const admins: Cell = {
  allowed: ['admin'],
  refused: ['manager', 'office-manager', ...FOR_A_TIME, ...OTHERS],
  unauthenticated: NOT_STAFF,
};
const dominated = { ...nowhere, ordinary: lasting, tester: managers, stronger: admins, admin: admins };

/** The same, once identity is confirmed (S8). */
const confirmed = ({ allowed = [], ...cell }: Cell): Cell => ({ confirm: allowed, ...cell });
const dominatedConfirmed = {
  ...nowhere,
  ordinary: confirmed(lasting),
  tester: confirmed(managers),
  stronger: confirmed(admins),
  admin: confirmed(admins),
};
/** A2: a reset of factors, and the flag (A4): confirmed Admins alone. */
const onlyAdmins = confirmed({
  allowed: ['admin'],
  refused: STAFF.filter((persona) => persona !== 'admin'),
  unauthenticated: NOT_STAFF,
});
const absentToAdmins: Cell = {
  hidden: ['admin'],
  refused: STAFF.filter((persona) => persona !== 'admin'),
  unauthenticated: NOT_STAFF,
};
const byOnlyAdmins = {
  self: nobody,
  ordinary: onlyAdmins,
  tester: onlyAdmins,
  stronger: onlyAdmins,
  admin: onlyAdmins,
  customer: absentToAdmins,
  nonexistent: absentToAdmins,
};

/** Whoever is suspended; the actor never is, or there would be no session. */
async function suspended(doors: TestDoors, state: ObjectState, actor: Actor): Promise<CellObject> {
  const object = await makeUser(doors, state as UserState, actor, undefined);
  if (object.id !== actor.account?.id) {
    await doors.db.owner.query('UPDATE account SET suspended_at = now() WHERE id = $1', [object.id]);
  }
  return object;
}

/** With what the flag becomes: it is taken from Admins and given to others. */
async function withFlag(doors: TestDoors, state: ObjectState, actor: Actor): Promise<CellObject> {
  const object = await makeUser(doors, state as UserState, actor, undefined);
  return { ...object, gives: state === 'admin' ? 0 : 1 };
}

/** U5: links are mailed where a mail server is set. */
async function withMail(doors: TestDoors, state: ObjectState, actor: Actor): Promise<CellObject> {
  await doors.db.owner.query(`INSERT INTO mail_setting (host, port, security, authentication, from_address)
    VALUES ('mail.example', 25, 'NONE', 'NONE', 'firm@mail.example') ON CONFLICT DO NOTHING`);
  return makeUser(doors, state as UserState, actor, undefined);
}

export const userLifecycleAccess: readonly MatrixRow[] = [
  ...(
    ['users.getControls', 'users.previewUserRemoval', 'users.listActivity', 'offboarding.preview'] as const
  ).map(
    (procedure): MatrixRow => ({
      door: 'staff',
      procedure,
      declared: read,
      input: () => ({}),
      cells: everywhere,
    }),
  ),
  {
    door: 'staff',
    procedure: 'users.suspendUser',
    declared: { ...change, action: 'user.suspend' },
    input: because,
    // A17: whoever holds the right now, over everybody but Admins.
    cells: { ...nowhere, ordinary: readable, tester: readable, stronger: readable, admin: nobody },
  },
  {
    door: 'staff',
    procedure: 'users.liftSuspension',
    declared: { ...change, action: 'user.liftSuspension' },
    input: because,
    object: suspended,
    cells: dominated,
  },
  {
    door: 'staff',
    procedure: 'users.setExpiry',
    declared: { ...change, action: 'user.setExpiry' },
    input: () => ({ expiresAt: new Date(Date.now() + 86_400_000).toISOString(), reason: 'For the matrix' }),
    // A5: never of an Admin.
    cells: { ...dominated, admin: nobody },
  },
  {
    door: 'staff',
    procedure: 'users.setSwitches',
    declared: { ...change, action: 'user.setSwitches' },
    input: () => ({
      mayUseTokens: false,
      isPasskeyOnly: false,
      mayDownload: false,
      mayComment: false,
      reason: 'For the matrix',
    }),
    cells: dominated,
  },
  {
    door: 'staff',
    procedure: 'users.requirePasswordChange',
    declared: { ...change, action: 'user.requirePasswordChange' },
    input: because,
    cells: dominatedConfirmed,
  },
  {
    door: 'staff',
    procedure: 'users.sendReset',
    declared: { ...change, action: 'user.sendReset' },
    input: because,
    object: withMail,
    cells: dominatedConfirmed,
  },
  {
    door: 'staff',
    procedure: 'users.changeUserEmail',
    declared: { ...change, action: 'user.changeEmail' },
    input: () => ({ newEmail: `${randomUUID()}@example.test`, reason: 'For the matrix' }),
    targetStatus: 'INVITED',
    cells: dominatedConfirmed,
  },
  {
    door: 'staff',
    procedure: 'users.resetFactors',
    declared: { ...byAdmin, action: 'user.resetFactors' },
    input: because,
    cells: byOnlyAdmins,
  },
  {
    door: 'staff',
    procedure: 'users.setAdmin',
    declared: { ...byAdmin, action: 'user.setAdmin' },
    input: ({ object }) => ({ isAdmin: object['gives'] !== 0, reason: 'For the matrix' }),
    object: withFlag,
    cells: byOnlyAdmins,
  },
  {
    door: 'staff',
    procedure: 'users.anonymiseUser',
    declared: { ...change, action: 'user.anonymise' },
    input: because,
    targetStatus: 'INACTIVE',
    cells: dominatedConfirmed,
  },
  {
    door: 'staff',
    procedure: 'users.deleteUser',
    declared: { ...change, action: 'user.delete' },
    input: because,
    targetStatus: 'INVITED',
    cells: dominatedConfirmed,
  },
  {
    door: 'staff',
    procedure: 'offboarding.carryOut',
    declared: { ...change, action: 'user.offboard' },
    input: ({ object }) => ({
      version: object.version,
      successors: [],
      removeFromGroups: true,
      afterwards: 'deactivate',
      reason: 'For the matrix',
    }),
    // S8: taking somebody out of a group that manages people asks who it is.
    cells: { ...dominated, stronger: confirmed(admins), admin: confirmed(admins) },
  },
];
