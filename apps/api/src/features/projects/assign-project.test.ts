import {
  completeSetup,
  makeCustomer,
  makeGroup,
  makeProject,
  makeStaff,
  type TestAccount,
  type TestProject,
} from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditRows, readValue, type SignedInPerson, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';

let doors: TestDoors;
let manager: SignedInPerson;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  manager = await staffUser(doors, { groups: ['manager'] });
});
afterAll(() => doors[Symbol.asyncDispose]());

type Role = 'OWNER' | 'TESTER' | 'REVIEWER' | 'OBSERVER';
const as = (role: Role, ...accounts: { id: string }[]) => accounts.map(({ id }) => ({ accountId: id, role }));
const assign = (project: TestProject, members: object[], by = manager, version = 1) =>
  doors.staff.call('projects.assignProject', { projectId: project.id, version, members }, { as: by.as });
const membersOf = async (project: TestProject) => {
  const { rows } = await doors.db.owner.query<{ account_id: string; role: Role }>(
    'SELECT account_id, role FROM project_member WHERE project_id = $1',
    [project.id],
  );
  return Object.fromEntries(rows.map(({ account_id, role }) => [account_id, role]));
};

describe('who is on a project', () => {
  test('is set at once: some come, some change, some leave; who stays keeps the day they came', async () => {
    const [lead, stays, changes, leaves, comes] = await Promise.all(
      [1, 2, 3, 4, 5].map(() => makeStaff(doors.db)),
    );
    if (!lead || !stays || !changes || !leaves || !comes) throw new Error('five were made');
    const team = [stays, changes, leaves].map((account) => ({ account, role: 'TESTER' as const }));
    const project = await makeProject(doors.db, { owners: [lead], team });
    await doors.db.owner.query(`UPDATE project_member SET added_at = '2020-01-01' WHERE project_id = $1`, [
      project.id,
    ]);
    const members = [...as('OWNER', lead, changes), ...as('TESTER', stays), ...as('REVIEWER', comes)];
    expect((await assign(project, members)).data()).toEqual({ done: true });
    expect(await membersOf(project)).toEqual({
      [lead.id]: 'OWNER',
      [changes.id]: 'OWNER',
      [stays.id]: 'TESTER',
      [comes.id]: 'REVIEWER',
    });
    const old = `SELECT count(*)::int FROM project_member WHERE project_id = $1 AND added_at < '2021-01-01'`;
    expect(await readValue(doors, old, [project.id])).toBe(3);
    const [row] = (await auditRows(doors, 'project.assigned')).filter(
      (one) => one['object_id'] === project.id,
    );
    expect(row).toMatchObject({
      before: { owner: [lead.id], tester: expect.arrayContaining([stays.id, changes.id, leaves.id]) },
      after: { owner: [lead.id, changes.id], tester: [stays.id], reviewer: [comes.id] },
    });
  });

  test('counts at the next request: who came sees the project, who left does not', async () => {
    const person = await staffUser(doors);
    const lead = await makeStaff(doors.db);
    const project = await makeProject(doors.db, { owners: [lead] });
    const read = () => doors.staff.call('projects.getProject', { projectId: project.id }, { as: person.as });
    expect((await read()).status).toBe(404);
    await assign(project, [...as('OWNER', lead), ...as('OBSERVER', person.account)]);
    expect((await read()).status).toBe(200);
    await assign(project, as('OWNER', lead), manager, 2);
    expect((await read()).status).toBe(404);
  });

  test('one may take oneself off, and is not answered with what one sees no more', async () => {
    const group = await makeGroup(doors.db, {
      grants: [{ permission: 'assign-projects', reach: 'ASSIGNED' }],
    });
    const lead = await staffUser(doors, { groups: [group.id] });
    const other = await makeStaff(doors.db);
    const project = await makeProject(doors.db, { owners: [lead.account] });
    expect((await assign(project, as('OWNER', other), lead)).data()).toEqual({ done: true });
    expect((await assign(project, as('OWNER', lead.account), lead, 2)).status).toBe(404);
  });

  test('02: of two who assign one version the second is stale', async () => {
    const [one, two] = [await makeStaff(doors.db), await makeStaff(doors.db)];
    const project = await makeProject(doors.db);
    const answers = await Promise.all([assign(project, as('OWNER', one)), assign(project, as('OWNER', two))]);
    expect(answers.map(({ code }) => code).toSorted()).toEqual(['STALE_EDIT', null]);
    expect(Object.keys(await membersOf(project))).toHaveLength(1);
  });
});

describe('A15: who may be on it', () => {
  const lastsUntil = () => new Date(Date.now() + 86_400_000);

  test.each<[string, (db: TestDoors['db']) => Promise<TestAccount>, Role, number]>([
    ['an active colleague leads', (db) => makeStaff(db), 'OWNER', 200],
    ['an account with an end date leads', (db) => makeStaff(db, { expiresAt: lastsUntil() }), 'OWNER', 403],
    ['an account with an end date tests', (db) => makeStaff(db, { expiresAt: lastsUntil() }), 'TESTER', 200],
    ['somebody invited tests', (db) => makeStaff(db, { status: 'INVITED' }), 'TESTER', 403],
    ['somebody suspended tests', (db) => makeStaff(db, { suspendedAt: new Date() }), 'TESTER', 403],
    ['somebody who left tests', (db) => makeStaff(db, { status: 'INACTIVE' }), 'TESTER', 400],
    ['a customer tests', (db) => makeCustomer(db), 'TESTER', 400],
  ])('A15: %s', async (_what, make, role, status) => {
    const lead = await makeStaff(doors.db);
    const project = await makeProject(doors.db, { owners: [lead] });
    const someone = await make(doors.db);
    const answer = await assign(project, [...as('OWNER', lead), ...as(role, someone)]);
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.error).toMatchObject({ reason: { gate: 'G7', rule: 'A15' } });
    if (status !== 200) expect(await membersOf(project)).toEqual({ [lead.id]: 'OWNER' });
  });

  test('A12: a customer is refused with the bytes of an id that never was', async () => {
    const lead = await makeStaff(doors.db);
    const project = await makeProject(doors.db, { owners: [lead] });
    const nobody = { id: '00000000-0000-4000-8000-000000000000' };
    const texts = await Promise.all(
      [nobody, await makeCustomer(doors.db)].map(
        async (one) => (await assign(project, [...as('OWNER', lead), ...as('TESTER', one)])).text,
      ),
    );
    expect(texts[0]).toBe(texts[1]);
  });

  test('a tester with an end date does not come to lead', async () => {
    const lead = await makeStaff(doors.db);
    const guest = await makeStaff(doors.db, { expiresAt: lastsUntil() });
    const project = await makeProject(doors.db, {
      owners: [lead],
      team: [{ account: guest, role: 'TESTER' }],
    });
    expect((await assign(project, as('OWNER', lead, guest))).error).toMatchObject({
      reason: { rule: 'A15' },
    });
  });

  test('who was deactivated since stays on the team of which they were', async () => {
    const lead = await makeStaff(doors.db);
    const left = await makeStaff(doors.db, { status: 'INACTIVE' });
    const project = await makeProject(doors.db, {
      owners: [lead],
      team: [{ account: left, role: 'TESTER' }],
    });
    expect((await assign(project, [...as('OWNER', lead), ...as('TESTER', left)])).status).toBe(200);
  });

  test('a project without a lead, a person named twice and nobody at all are refused', async () => {
    const lead = await makeStaff(doors.db);
    const project = await makeProject(doors.db, { owners: [lead] });
    for (const members of [as('TESTER', lead), [...as('OWNER', lead), ...as('TESTER', lead)], []]) {
      const answer = await assign(project, members);
      expect(answer.error).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'members' }] });
    }
  });

  test('U2: the database keeps a lead too, whatever a handler does', async () => {
    const project = await makeProject(doors.db);
    await expect(
      doors.db.owner.query('DELETE FROM project_member WHERE project_id = $1', [project.id]),
    ).rejects.toMatchObject({ constraint: 'project_has_owner' });
  });
});

test('A3: with reach ALL one may add oneself, but not to a restricted project', async () => {
  const lead = await makeStaff(doors.db);
  const open = await makeProject(doors.db, { owners: [lead] });
  const members = [...as('OWNER', lead), ...as('TESTER', manager.account)];
  expect((await assign(open, members)).status).toBe(200);
  const restricted = await makeProject(doors.db, { owners: [lead], isRestricted: true });
  expect((await assign(restricted, members)).status).toBe(404);
});
