import {
  completeSetup,
  internalCompany,
  makeClient,
  makeFinding,
  makeProject,
  type ProjectInput,
} from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditRows, type SignedInPerson, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';
import { dayOf, projectStatus } from './project-status.service.ts';

let doors: TestDoors;
let manager: SignedInPerson;
let tester: SignedInPerson;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  manager = await staffUser(doors, { groups: ['manager'], displayName: 'Mara Manager' });
  tester = await staffUser(doors, { groups: ['penetration-tester'] });
});
afterAll(() => doors[Symbol.asyncDispose]());

const call = (path: string, input: unknown, { as } = manager) => doors.staff.call(path, input, { as });
const idsOf = async (input: object, by = manager) =>
  (await call('projects.listProjects', input, by))
    .data<{ rows: { id: string }[] }>()
    .rows.map(({ id }) => id);
const choices = async () =>
  (await call('projects.getProjectChoices', {})).data<{
    types: { id: string; name: string }[];
    standards: { id: string }[];
  }>();
const firstType = async () => (await choices()).types[0]?.id;

async function form(more: object = {}) {
  const company = await makeClient(doors.db);
  return { companyId: company.id, name: 'Web shop 2026', typeId: await firstType(), ...more };
}

describe('the list of projects', () => {
  test('costs three statements: session, page, count', async () => {
    doors.db.statements.length = 0;
    expect((await call('projects.listProjects', {})).status).toBe(200);
    expect(doors.db.statements).toHaveLength(3);
  });

  test('shows leads, counts of findings, and what the viewer is on it', async () => {
    const project = await makeProject(doors.db, {
      name: 'Counted findings',
      owners: [manager.account],
      team: [{ account: tester.account, role: 'REVIEWER' }],
    });
    for (const severity of ['high', 'high', 'info'] as const)
      await makeFinding(doors.db, project, { severity });
    const input = { search: 'counted' };
    const row = {
      id: project.id,
      reference: project.reference,
      leads: [{ id: manager.account.id, displayName: 'Mara Manager' }],
      findings: { critical: 0, high: 2, medium: 0, low: 0, info: 1 },
    };
    expect((await call('projects.listProjects', input)).data()).toMatchObject({
      rows: [{ ...row, myRole: 'OWNER' }],
      total: { count: 1, isExact: true },
    });
    expect((await call('projects.listProjects', input, tester)).data()).toMatchObject({
      rows: [{ ...row, myRole: 'REVIEWER' }],
    });
  });

  test('Who may read: owners and team see theirs, reach ALL sees all, nobody else anything', async () => {
    const name = 'Seen by some';
    const mine = await makeProject(doors.db, { name, team: [{ account: tester.account, role: 'OBSERVER' }] });
    const other = await makeProject(doors.db, { name });
    expect((await idsOf({ search: name })).toSorted()).toEqual([mine.id, other.id].toSorted());
    expect(await idsOf({ search: name }, tester)).toEqual([mine.id]);
    expect(await idsOf({}, await staffUser(doors))).toEqual([]);
  });

  test('A16: a restricted project is in no list, count or search of others, Admins included', async () => {
    const name = 'Quiet matter';
    const { account, as } = await staffUser(doors);
    const project = await makeProject(doors.db, { name, owners: [account], isRestricted: true });
    for (const by of [manager, await staffUser(doors, { isAdmin: true })]) {
      const page = await call('projects.listProjects', { search: name, companyId: project.companyId }, by);
      expect(page.data()).toMatchObject({ rows: [], total: { count: 0 } });
      expect((await call('projects.getProject', { projectId: project.id }, by)).status).toBe(404);
    }
    expect(await idsOf({ search: name }, { account, as })).toEqual([project.id]);
  });

  test('A16: the log names an open project to Admins, and a restricted one by its id alone', async () => {
    const admin = await staffUser(doors, { isAdmin: true });
    const input = await form({ name: 'Becomes quiet' });
    const { id } = (await call('projects.createProject', input)).data<{ id: string }>();
    const log = async () => (await call('audit.listAudit', { area: ['engagements'] }, admin)).data()['rows'];
    const object = { type: 'project', id, name: 'Becomes quiet' };
    expect(await log()).toContainEqual(expect.objectContaining({ object }));
    await doors.db.owner.query('UPDATE project SET is_restricted = true WHERE id = $1', [id]);
    expect(await log()).toContainEqual(expect.objectContaining({ object: { ...object, name: null } }));
  });

  test('the status of the filter is the status that is shown, on every kind of date', async () => {
    const company = await makeClient(doors.db);
    const today = dayOf(new Date());
    const away = (days: number) => dayOf(new Date(Date.now() + days * 86_400_000));
    const inputs: ProjectInput[] = [
      {},
      { testStart: away(-3) },
      { testStart: today },
      { testStart: away(3) },
      { testEnd: away(-3) },
      { testEnd: away(3) },
      { testStart: away(-3), testEnd: away(-1) },
      { testStart: away(3), testEnd: away(5), completedAt: new Date() },
    ];
    const expected = new Map<string, string[]>();
    for (const input of inputs) {
      const { id } = await makeProject(doors.db, { ...input, company });
      const { testStart = null, testEnd = null, completedAt = null } = input;
      const status = projectStatus({ testStart, testEnd, completedAt }, today);
      expected.set(status, [...(expected.get(status) ?? []), id]);
    }
    for (const status of ['UPCOMING', 'IN_PROGRESS', 'COMPLETED']) {
      const page = await call('projects.listProjects', { companyId: company.id, status: [status] });
      const rows = page.data<{ rows: { id: string; status: string }[] }>().rows;
      expect(rows.map(({ id }) => id).toSorted()).toEqual(expected.get(status)?.toSorted());
      expect(rows.every((row) => row.status === status)).toBe(true);
    }
  });

  test('finds by name, reference and company, literally, by company, and by what is mine', async () => {
    const company = await makeClient(doors.db, { name: 'Orchard & Sons' });
    const project = await makeProject(doors.db, { company, name: '100% coverage' });
    for (const search of ['0% COV', project.reference.toLowerCase(), 'orchard &']) {
      expect(await idsOf({ search })).toEqual([project.id]);
    }
    expect(await idsOf({ search: '1_0% cov' })).toEqual([]);
    expect(await idsOf({ companyId: company.id })).toEqual([project.id]);
    expect(await idsOf({ companyId: company.id, isMine: true })).toEqual([]);
    expect(await idsOf({ companyId: company.id, isMine: false })).toEqual([project.id]);
  });

  test.each(['name', 'testStart', 'testEnd', 'createdAt'] as const)(
    'pages by %s, both ways, hold every project once, those without a date too',
    async (field) => {
      const company = await makeClient(doors.db);
      for (const testStart of [undefined, '2026-03-01', '2026-03-01', '2026-02-28', undefined]) {
        const dates = testStart ? { testStart, testEnd: '2026-03-02' } : {};
        await makeProject(doors.db, { company, name: 'Same name', ...dates });
      }
      for (const direction of ['asc', 'desc'] as const) {
        const seen: string[] = [];
        let cursor: string | null = null;
        do {
          const input = {
            companyId: company.id,
            sort: { field, direction },
            limit: 2,
            ...(cursor === null ? {} : { cursor }),
          };
          const page: { rows: { id: string }[]; nextCursor: string | null } = (
            await call('projects.listProjects', input)
          ).data();
          seen.push(...page.rows.map(({ id }) => id));
          cursor = page.nextCursor;
        } while (cursor !== null);
        expect([seen.length, new Set(seen).size]).toEqual([5, 5]);
      }
    },
  );

  test('R2: a made-up cursor, an unknown key, a sort or a status that is not listed are 400', async () => {
    for (const input of [
      { cursor: 'abc' },
      { role: 'x' },
      { sort: { field: 'reference', direction: 'asc' } },
      { status: ['ON_HOLD'] },
      { companyId: 'x' },
    ]) {
      expect((await call('projects.listProjects', input)).status).toBe(400);
    }
  });
});

test('one project costs two statements: session and project', async () => {
  const project = await makeProject(doors.db, { owners: [tester.account] });
  doors.db.statements.length = 0;
  expect((await call('projects.getProject', { projectId: project.id }, tester)).status).toBe(200);
  expect(doors.db.statements).toHaveLength(2);
});

describe('creating', () => {
  test('A15: the creator is its lead, also with reach ASSIGNED; its reference tells nothing', async () => {
    const input = await form({ testStart: '2026-03-01', testEnd: '2026-03-01', approach: 'GREY_BOX' });
    const answer = await call('projects.createProject', input, tester);
    const { id, reference } = answer.data<{ id: string; reference: string }>();
    expect(reference).toMatch(/^SP-[0-9A-HJKMNP-TV-Z]{5}$/);
    const detail = await call('projects.getProject', { projectId: id }, tester);
    expect(detail.data()).toMatchObject({
      reference,
      name: 'Web shop 2026',
      approach: 'GREY_BOX',
      testStart: '2026-03-01',
      testEnd: '2026-03-01',
      members: [{ person: { id: tester.account.id }, role: 'OWNER' }],
      myRole: 'OWNER',
      shownAt: null,
      abilities: { canGovern: true, canComplete: true, canAssign: false },
    });
  });

  test('a hidden company, the firm itself and one that never was are refused with the same bytes', async () => {
    const firm = await internalCompany(doors.db);
    const input = await form();
    const texts = await Promise.all(
      [firm.id, '00000000-0000-4000-8000-000000000000'].map(async (companyId) => {
        const answer = await call('projects.createProject', { ...input, companyId });
        expect(answer.error).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'companyId' }] });
        return answer.text;
      }),
    );
    expect(new Set(texts).size).toBe(1);
    const archived = await makeClient(doors.db, { archivedAt: new Date() });
    const refused = await call('projects.createProject', { ...input, companyId: archived.id });
    expect(refused.error).toMatchObject({ fields: [{ message: expect.stringContaining('archived') }] });
  });

  test.each([
    ['an end before the start', { testStart: '2026-03-02', testEnd: '2026-03-01' }, 'testEnd'],
    ['a day that is none', { testStart: '2026-02-30' }, 'testStart'],
    ['a year beyond reason', { testEnd: '9999-12-31' }, 'testEnd'],
    ['a type that does not exist', { typeId: '00000000-0000-4000-8000-000000000000' }, 'typeId'],
    [
      'a standard that does not exist',
      { standardIds: ['00000000-0000-4000-8000-000000000000'] },
      'standardIds',
    ],
    ['a description of more than 64,000 characters', { description: 'x'.repeat(64_001) }, 'description'],
    ['NUL in the description', { description: 'a\u0000b' }, 'description'],
    ['a line break in the name', { name: 'a\nb' }, 'name'],
    ['an approach that is not listed', { approach: 'RED_BOX' }, 'approach'],
    ['owners in the form', { members: [] }, ''],
    ['a completed project', { completedAt: '2026-03-01T00:00:00Z' }, ''],
  ])('R2: %s is refused at its field', async (_what, more, path) => {
    const answer = await call('projects.createProject', await form(more));
    expect(answer.status).toBe(400);
    expect(answer.error?.fields).toMatchObject([{ path }]);
  });

  test('R6: hostile and long texts are kept as they are; a standard named twice counts once', async () => {
    const [standard] = (await choices()).standards;
    const name = '<img src=x onerror=alert(1)> {{7*7}} =1+1';
    const description = `# =cmd|' /C calc'!A0\n\n<script>alert(1)</script>\n${'ü'.repeat(63_900)}`;
    const standardIds = [standard?.id, standard?.id];
    const answer = await call('projects.createProject', await form({ name, description, standardIds }));
    const projectId = answer.data<{ id: string }>().id;
    expect((await call('projects.getProject', { projectId })).data()).toMatchObject({
      name,
      description,
      standards: [standard],
    });
  });

  test('the choices are those of the seed, in their order', async () => {
    const { types, standards } = await choices();
    expect([types.length, standards.length]).toEqual([7, 7]);
    expect(types[0]?.name).toBe('Web application penetration test');
  });
});

describe('changing', () => {
  const fields = async (more: object = {}) => ({ name: 'New name', typeId: await firstType(), ...more });

  test('A15: the lead changes name, dates and standards; owners and company stay', async () => {
    const project = await makeProject(doors.db, { owners: [tester.account] });
    const [standard] = (await choices()).standards;
    const input = { projectId: project.id, version: 1, ...(await fields({ standardIds: [standard?.id] })) };
    const answer = await call('projects.updateProject', input, tester);
    expect(answer.data()).toMatchObject({
      name: 'New name',
      standards: [standard],
      version: 2,
      company: { id: project.companyId },
      members: [{ person: { id: tester.account.id } }],
    });
    const more = { ...input, version: 2, companyId: project.companyId };
    expect((await call('projects.updateProject', more, tester)).status).toBe(400);
  });

  test('02: of two edits of one version the second is stale', async () => {
    const project = await makeProject(doors.db);
    const edit = async (name: string) =>
      call('projects.updateProject', { projectId: project.id, version: 1, ...(await fields({ name })) });
    const answers = await Promise.all([edit('One'), edit('Two')]);
    expect(answers.map(({ code }) => code).toSorted()).toEqual(['STALE_EDIT', null]);
  });

  test('Lock: a completed project is not changed, by nobody', async () => {
    const project = await makeProject(doors.db, { owners: [tester.account], completedAt: new Date() });
    const input = { projectId: project.id, version: 1, ...(await fields()) };
    for (const by of [tester, manager, await staffUser(doors, { isAdmin: true })]) {
      expect((await call('projects.updateProject', input, by)).error).toMatchObject({
        code: 'FORBIDDEN',
        reason: { gate: 'G9', rule: 'Lock' },
      });
    }
  });

  test('L1: the audit holds ids and the keys that changed, no texts', async () => {
    const input = await form({ name: 'Unmistakable project', description: 'unmistakable words' });
    const { id: projectId } = (await call('projects.createProject', input)).data<{ id: string }>();
    await call('projects.updateProject', {
      projectId,
      version: 1,
      ...(await fields({ description: 'unmistakable words', testEnd: '2026-05-01' })),
    });
    const rows = (await auditRows(doors)).filter((row) => row['object_id'] === projectId);
    expect(rows).toMatchObject([
      { action: 'project.created', after: { companyId: input.companyId, ownerIds: [manager.account.id] } },
      { action: 'project.updated', after: { changed: ['name', 'testEnd'] } },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/unmistakable/i);
  });
});
