import { randomUUID } from 'node:crypto';
import {
  findGroup,
  makeCustomer,
  makeGroup,
  makeMembership,
  makeStaff,
  type TestAccount,
  type TestGroup,
} from '@sallyport/testing';
import type { TestDoors } from '../doors/testing/test-doors.ts';
import { makeCompanyObject, makeCustomerObject, makeProjectObject } from './engagement-objects.ts';
import {
  type CellObject,
  type GroupState,
  type MatrixRow,
  type ObjectState,
  subjectOf,
  type UserState,
} from './matrix-row.ts';
import type { Actor } from './personas.ts';

const NOTHING: CellObject = { id: '', version: 0 };
const ASSIGNED = [{ permission: 'manage-projects', reach: 'ASSIGNED' }] as const;

/** Makes the object of one cell, afresh. */
export async function makeObject(
  doors: TestDoors,
  row: MatrixRow,
  state: ObjectState,
  actor: Actor,
): Promise<CellObject> {
  if (row.declared.kind === 'public' || row.declared.on === null) return NOTHING;
  if (state === 'nonexistent') return { id: randomUUID(), version: 1 };
  if (row.object) return row.object(doors, state, actor);
  switch (row.declared.on) {
    case 'user':
      return makeUser(doors, state as UserState, actor, row.targetStatus);
    case 'group':
      return makeGroupObject(doors, state as GroupState, actor);
    case 'company':
      return makeCompanyObject(doors, state, actor);
    case 'customer':
      return makeCustomerObject(doors, row.targetStatus);
    case 'project':
      return makeProjectObject(doors, state, actor);
    default:
      throw new TypeError(`the row of ${subjectOf(row)} must say how to make its ${row.declared.on}`);
  }
}

/** A member of staff in the state that a cell says, or who acts. */
export async function makeUser(
  { db }: TestDoors,
  state: Exclude<UserState, never>,
  actor: Actor,
  targetStatus: MatrixRow['targetStatus'],
): Promise<CellObject> {
  const status = targetStatus ?? 'ACTIVE';
  const account = await (async (): Promise<TestAccount> => {
    switch (state) {
      case 'self':
        return actor.account ?? makeStaff(db, { status });
      case 'tester':
        return makeStaff(db, { status, groups: ['penetration-tester'] });
      case 'stronger':
        return makeStaff(db, { status, groups: ['administrator'] });
      case 'admin':
        return makeStaff(db, { status, isAdmin: true });
      case 'customer':
        return makeCustomer(db, { status });
      default:
        return makeStaff(db, { status });
    }
  })();
  return { id: account.id, version: account.version };
}

async function makeGroupObject({ db }: TestDoors, state: GroupState, actor: Actor): Promise<CellObject> {
  const group = await (async (): Promise<TestGroup> => {
    switch (state) {
      case 'built-in':
        return findGroup(db, 'project-manager');
      case 'stronger':
        return makeGroup(db, {
          grants: [{ permission: 'manage-users' }, { permission: 'manage-companies' }],
        });
      case 'assignable':
        return makeGroup(db, { grants: ASSIGNED, isAssignable: true });
      case 'customer':
        return makeGroup(db, { audience: 'CUSTOMER', grants: [{ permission: 'comment' }] });
      case 'own': {
        const own = await makeGroup(db, { grants: ASSIGNED });
        const { account } = actor;
        if (account?.audience === 'STAFF') await makeMembership(db, { account, group: own.id });
        return own;
      }
      default:
        return makeGroup(db, { grants: ASSIGNED });
    }
  })();
  return { id: group.id, version: group.version };
}
