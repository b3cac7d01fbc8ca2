import { makeCustomer, makeMembership, makeSession, makeStaff, type TestAccount } from '@sallyport/testing';
import type { TestDoors } from '../doors/testing/test-doors.ts';

export const PERSONAS = [
  'anonymous',
  'admin',
  'manager',
  'project-manager',
  'tester',
  'no-groups',
  'office-manager',
  'customer-manager',
  'company-manager',
  'temporary',
  'expiring',
  'deactivated',
  'customer-a',
  'customer-b',
  'customer-viewer',
  'customer-no-groups',
  'customer-deactivated',
] as const;
export type Persona = (typeof PERSONAS)[number];

/** Nobody at the staff door: no session, one that ended with its account, or one of the portal. */
export const NOT_STAFF = [
  'anonymous',
  'deactivated',
  'customer-a',
  'customer-b',
  'customer-viewer',
  'customer-no-groups',
  'customer-deactivated',
] as const;
/** Hold every permission of the portal. */
export const CUSTOMER_ADMINISTRATORS = ['customer-a', 'customer-b'] as const;
/** See findings and reports; the Viewer without steps and evidence. */
export const READING_CUSTOMERS = [...CUSTOMER_ADMINISTRATORS, 'customer-viewer'] as const;
/** Everyone who is signed in at the portal. */
export const CUSTOMERS = [...READING_CUSTOMERS, 'customer-no-groups'] as const;
/** Nobody at the portal: no session, one that ended with its account, or one of the staff door. */
export const NOT_CUSTOMERS = PERSONAS.filter(
  (persona) => !CUSTOMERS.some((customer) => customer === persona),
);
/** Everyone who is signed in at the staff door. */
export const STAFF = [
  'admin',
  'manager',
  'project-manager',
  'tester',
  'no-groups',
  'office-manager',
  'customer-manager',
  'company-manager',
  'temporary',
  'expiring',
] as const;
/** Hold neither Manage Users nor Manage Customers. */
export const WITHOUT_PEOPLE = ['project-manager', 'tester', 'no-groups', 'company-manager'] as const;
/** Hold Manage Users now, but not for good. */
export const FOR_A_TIME = ['temporary', 'expiring'] as const;
export const ANY_MANAGE_USERS = ['admin', 'manager', 'office-manager', ...FOR_A_TIME] as const;
/** Hold Manage Projects with reach ALL. */
export const REACH_ALL = ['admin', 'manager', 'project-manager', ...FOR_A_TIME] as const;
/** Hold Manage Projects, however far it reaches. */
export const HOLD_PROJECTS = [...REACH_ALL, 'tester'] as const;
export const WITHOUT_PROJECTS = [
  'no-groups',
  'office-manager',
  'customer-manager',
  'company-manager',
] as const;

export interface Actor {
  persona: Persona;
  account: TestAccount | null;
  /** The cookie that is sent; of a customer at the staff door too. */
  session: { secret: string } | null;
  isConfirmed: boolean;
}

/** Gives the id of a group that gives this permission and nothing else. */
type GroupGiving = (permission: string) => Promise<string>;

export const ACTOR_PASSWORD = 'seven slow herons over mud';
const WEEK_MS = 7 * 86_400_000;

/** A fresh person of this kind with a live session, confirmed or not. */
export async function makeActor(
  doors: TestDoors,
  persona: Persona,
  isConfirmed: boolean,
  groupGiving: GroupGiving,
): Promise<Actor> {
  const account = await makePersona(doors, persona, groupGiving);
  if (!account) return { persona, account, session: null, isConfirmed };
  const session = await makeSession(doors.db, account, { isConfirmed });
  if (persona === 'deactivated' || persona === 'customer-deactivated') {
    await doors.db.owner.query(`UPDATE account SET status = 'INACTIVE' WHERE id = $1`, [account.id]);
  }
  return { persona, account, session, isConfirmed };
}

async function makePersona(
  doors: TestDoors,
  persona: Persona,
  groupGiving: GroupGiving,
): Promise<TestAccount | null> {
  const { db } = doors;
  const staffPassword = { password: await doors.password(ACTOR_PASSWORD, 'STAFF') };
  const customerPassword = { password: await doors.password(ACTOR_PASSWORD, 'CUSTOMER') };
  const inAWeek = new Date(Date.now() + WEEK_MS);
  switch (persona) {
    case 'anonymous':
      return null;
    case 'admin':
      return makeStaff(db, { ...staffPassword, isAdmin: true });
    case 'manager':
    case 'deactivated':
      return makeStaff(db, { ...staffPassword, groups: ['manager'] });
    case 'project-manager':
      return makeStaff(db, { ...staffPassword, groups: ['project-manager'] });
    case 'tester':
      return makeStaff(db, { ...staffPassword, groups: ['penetration-tester'] });
    case 'no-groups':
      return makeStaff(db, staffPassword);
    case 'office-manager':
      return makeStaff(db, { ...staffPassword, groups: [await groupGiving('manage-users')] });
    case 'customer-manager':
      return makeStaff(db, { ...staffPassword, groups: [await groupGiving('manage-customers')] });
    case 'company-manager':
      return makeStaff(db, { ...staffPassword, groups: [await groupGiving('manage-companies')] });
    case 'temporary': {
      const account = await makeStaff(db, staffPassword);
      await makeMembership(db, { account, group: 'manager', expiresAt: inAWeek });
      return account;
    }
    case 'expiring':
      return makeStaff(db, { ...staffPassword, groups: ['manager'], expiresAt: inAWeek });
    case 'customer-a':
    case 'customer-b':
    case 'customer-deactivated':
      return makeCustomer(db, { ...customerPassword, groups: ['customer-administrator'] });
    case 'customer-viewer':
      return makeCustomer(db, { ...customerPassword, groups: ['customer-viewer'] });
    case 'customer-no-groups':
      return makeCustomer(db, customerPassword);
  }
}
