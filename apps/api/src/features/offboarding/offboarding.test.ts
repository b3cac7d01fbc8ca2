import { referencesOf } from '@sallyport/db';
import { completeSetup, makeInvitation, makeProject, makeStaff } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readValue, type SignedInPerson, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';
import { makeBearer } from '../../doors/testing/tokens.ts';
import { HANDED_OVER } from './responsibilities.ts';

let doors: TestDoors;
let admin: SignedInPerson;
let manager: SignedInPerson;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  admin = await staffUser(doors, { isAdmin: true });
  manager = await staffUser(doors, { groups: ['manager'] });
});
afterAll(() => doors[Symbol.asyncDispose]());

const call = (path: string, input: unknown, as = manager.as) => doors.staff.call(path, input, { as });

interface Preview {
  version: number;
  items: {
    noun: string;
    id: string;
    name: string;
    role: string | null;
    canHandOver: boolean;
    why: string | null;
  }[];
  hasUnseen: boolean;
}
const preview = async (userId: string, as = manager.as): Promise<Preview> =>
  (await call('offboarding.preview', { userId }, as)).data();

/** Carries it out with one successor for everything. */
async function carryOut(userId: string, to: string | null, more: object = {}, as = manager.as) {
  const { version, items } = await preview(userId, as);
  const successors = items.filter(({ noun }) => noun === 'project').map(({ noun, id }) => ({ noun, id, to }));
  return call(
    'offboarding.carryOut',
    {
      userId,
      version,
      successors,
      removeFromGroups: true,
      afterwards: 'deactivate',
      reason: 'Leaves the firm',
      ...more,
    },
    as,
  );
}
const roleOn = (projectId: string, accountId: string) =>
  readValue(doors, 'SELECT role FROM project_member WHERE project_id = $1 AND account_id = $2', [
    projectId,
    accountId,
  ]);

test('U4 every reference that somebody owns has a noun that hands it over', () => {
  expect(HANDED_OVER.flatMap(({ owns }) => [...owns]).toSorted()).toEqual(referencesOf('owned').toSorted());
});

describe('handing over', () => {
  test('U3 allows it in one go: projects, groups, tokens, links and the account, with a summary', async () => {
    const leaver = await staffUser(doors, { groups: ['penetration-tester'] });
    const userId = leaver.account.id;
    const successor = await makeStaff(doors.db);
    const led = await makeProject(doors.db, { owners: [leaver.account], name: 'Led' });
    const tested = await makeProject(doors.db, { team: [{ account: leaver.account, role: 'TESTER' }] });
    const both = await makeProject(doors.db, {
      owners: [leaver.account],
      team: [{ account: successor, role: 'OBSERVER' }],
    });
    const token = await makeBearer(doors.db, leaver.account);
    const invited = await makeStaff(doors.db, { status: 'INVITED' });
    await makeInvitation(doors.db, invited, { createdById: userId });

    const answer = await carryOut(userId, successor.id);
    expect(answer.data()).toMatchObject({
      leftAsIs: 0,
      groupsLeft: 1,
      tokensRevoked: 1,
      linksEnded: 1,
      status: 'INACTIVE',
    });
    expect(answer.data<{ handedOver: unknown[] }>().handedOver).toHaveLength(3);
    expect(await roleOn(led.id, successor.id)).toBe('OWNER');
    expect(await roleOn(tested.id, successor.id)).toBe('TESTER');
    expect(await roleOn(both.id, successor.id)).toBe('OWNER');
    expect(await roleOn(led.id, userId)).toBeUndefined();
    const { as } = leaver;
    expect((await doors.staff.call('auth.getCurrent', undefined, { as })).status).toBe(401);
    expect((await doors.tools.call('projects.listProjects', {}, { as: token })).status).toBe(401);
  });

  test('U3 allows to leave projects as they are, on purpose', async () => {
    const leaver = await makeStaff(doors.db);
    const project = await makeProject(doors.db, { owners: [leaver] });
    const answer = await carryOut(leaver.id, null);
    expect(answer.data()).toMatchObject({ leftAsIs: 1, handedOver: [], status: 'INACTIVE' });
    expect(await roleOn(project.id, leaver.id)).toBe('OWNER');
  });

  test('U3 refuses a project that is not answered for, and one that is not there', async () => {
    const leaver = await makeStaff(doors.db);
    await makeProject(doors.db, { owners: [leaver] });
    expect((await carryOut(leaver.id, null, { successors: [] })).code).toBe('STALE_EDIT');
    const foreign = { noun: 'project', id: crypto.randomUUID(), to: null };
    expect((await carryOut(leaver.id, null, { successors: [foreign] })).code).toBe('STALE_EDIT');
    expect((await carryOut(leaver.id, null, { version: 99 })).code).toBe('STALE_EDIT');
    expect(await readValue(doors, 'SELECT status FROM account WHERE id = $1', [leaver.id])).toBe('ACTIVE');
  });

  test.each([
    ['an account with an end', { expiresAt: new Date(Date.now() + 86_400_000) }, 'A15'],
    ['a suspended account', { suspendedAt: new Date() }, 'A15'],
    ['an invited account', { status: 'INVITED' as const }, 'A15'],
  ])('A15 refuses as a successor %s, and leaves everything as it was', async (_what, more, rule) => {
    const leaver = await makeStaff(doors.db);
    const project = await makeProject(doors.db, { owners: [leaver] });
    const successor = await makeStaff(doors.db, more);
    expect((await carryOut(leaver.id, successor.id)).error).toMatchObject({ reason: { rule } });
    expect(await roleOn(project.id, leaver.id)).toBe('OWNER');
    expect(await readValue(doors, 'SELECT status FROM account WHERE id = $1', [leaver.id])).toBe('ACTIVE');
  });

  test('A15 refuses who may not assign projects, and says so beforehand; leaving them is open', async () => {
    const office = await staffUser(doors, {
      groups: [
        String(await readValue(doors, `SELECT id FROM access_group WHERE key = 'penetration-tester'`)),
      ],
    });
    await doors.db.owner.query(
      `WITH g AS (INSERT INTO access_group (id, audience, name, name_skeleton, purpose)
         VALUES (gen_random_uuid(), 'STAFF', 'People only', 'peopleonly', 'x') RETURNING id),
       p AS (INSERT INTO group_grant (group_id, audience, permission) SELECT id, 'STAFF', 'manage-users' FROM g)
       INSERT INTO membership (group_id, account_id, audience, reason) SELECT id, $1, 'STAFF', 'x' FROM g`,
      [office.account.id],
    );
    const leaver = await makeStaff(doors.db);
    await makeProject(doors.db, {
      owners: [leaver],
      team: [{ account: office.account, role: 'TESTER' }],
    });
    const [item] = (await preview(leaver.id, office.as)).items;
    expect(item).toMatchObject({ canHandOver: false, why: expect.any(String) });
    const refused = await carryOut(leaver.id, manager.account.id, {}, office.as);
    expect(refused.code).toBe('FORBIDDEN');
    expect((await carryOut(leaver.id, null, {}, office.as)).status).toBe(200);
  });

  test('A16 refuses to name a restricted project: there is something more, and it stays', async () => {
    const leaver = await makeStaff(doors.db);
    const project = await makeProject(doors.db, { owners: [leaver], isRestricted: true });
    expect(await preview(leaver.id, admin.as)).toMatchObject({ items: [], hasUnseen: true });
    expect((await carryOut(leaver.id, null, {}, admin.as)).status).toBe(200);
    expect(await roleOn(project.id, leaver.id)).toBe('OWNER');
  });

  test('S8 refuses to take somebody out of a managing group without confirmation', async () => {
    const leaver = await makeStaff(doors.db, { groups: ['manager'] });
    const unconfirmed = await staffUser(doors, { isAdmin: true, isConfirmed: false });
    expect((await carryOut(leaver.id, null, {}, unconfirmed.as)).code).toBe('CONFIRM_IDENTITY');
    expect((await carryOut(leaver.id, null, {}, admin.as)).status).toBe(200);
  });
});

describe('races', () => {
  test('A15 refuses one of two: the successor is out of use, or has the project and stays', async () => {
    const leaver = await makeStaff(doors.db);
    const successor = await makeStaff(doors.db);
    const project = await makeProject(doors.db, { owners: [leaver] });
    const input = { userId: successor.id, reason: 'Leaves too' };
    const [handed, out] = await Promise.all([
      carryOut(leaver.id, successor.id),
      call('users.deactivateUser', input),
    ]);
    expect([handed.status, out.status].filter((status) => status === 200)).toHaveLength(1);
    const owner = handed.status === 200 ? successor.id : leaver.id;
    expect(await roleOn(project.id, owner)).toBe('OWNER');
    const inactive = `SELECT count(*)::int FROM project_member m JOIN account a ON a.id = m.account_id
      WHERE m.project_id = $1 AND m.role = 'OWNER' AND a.status <> 'ACTIVE'`;
    expect(await readValue(doors, inactive, [project.id])).toBe(0);
  });

  test('U3 refuses the second of two offboardings at once', async () => {
    const leaver = await makeStaff(doors.db);
    const project = await makeProject(doors.db, { owners: [leaver] });
    const [one, two] = [await makeStaff(doors.db), await makeStaff(doors.db)];
    const answers = await Promise.all([carryOut(leaver.id, one.id), carryOut(leaver.id, two.id)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const owners = 'SELECT count(*)::int FROM project_member WHERE project_id = $1';
    expect(await readValue(doors, owners, [project.id])).toBe(1);
  });
});
