import {
  completeSetup,
  makeCustomer,
  makeFinding,
  makeGroup,
  makeImport,
  makeInstance,
  makeProject,
  makeScopeItem,
  type TestFinding,
  type TestProject,
} from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditRows, readValue, type SignedInPerson, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';

interface Preview {
  missing: { key: string; isBlocking: boolean; message: string; findingIds: string[] }[];
  publishes: { id: string; title: string; severity: string; instanceCount: number }[];
  alreadyPublished: number;
  customers: { id: string }[];
  isProjectShownAlready: boolean;
  version: number;
}

let doors: TestDoors;
let lead: SignedInPerson;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  lead = await staffUser(doors, { groups: ['penetration-tester'] });
});
afterAll(() => doors[Symbol.asyncDispose]());

const call = (path: string, input: unknown, { as } = lead) => doors.staff.call(path, input, { as });
const preview = async (project: TestProject, by = lead) =>
  (await call('projects.previewCompletion', { projectId: project.id }, by)).data<Preview & object>();
const complete = (project: TestProject, publishes: readonly string[], version = 1, by = lead) =>
  call('projects.completeProject', { projectId: project.id, version, publishes }, by);

/** A project that lacks nothing, led by `lead`. */
async function readyProject(): Promise<TestProject> {
  const dates = { testStart: '2026-03-01', testEnd: '2026-03-10' };
  const project = await makeProject(doors.db, { owners: [lead.account], ...dates });
  await doors.db.owner.query(
    `INSERT INTO project_standard (project_id, company_id, standard_id)
     SELECT $1, $2, id FROM report_standard ORDER BY position LIMIT 1`,
    [project.id, project.companyId],
  );
  await makeScopeItem(doors.db, project);
  return project;
}

async function draft(
  project: TestProject,
  input: Parameters<typeof makeFinding>[2] = {},
): Promise<TestFinding> {
  const texts = { description: 'What it is.', recommendation: 'What to do.' };
  const finding = await makeFinding(doors.db, project, { ...texts, ...input });
  await makeInstance(doors.db, finding);
  return finding;
}

describe('the preview', () => {
  test('of a complete project names what completing publishes, most severe first, and who will see it', async () => {
    const project = await readyProject();
    const company = { id: project.companyId, kind: 'EXTERNAL', name: 'Client' } as const;
    const sees = await makeCustomer(doors.db, { company, groups: ['customer-viewer'] });
    await makeCustomer(doors.db, { company });
    await makeCustomer(doors.db, { company, groups: ['customer-viewer'], status: 'INACTIVE' });
    await makeCustomer(doors.db, { company, groups: ['customer-viewer'], expiresAt: new Date(0) });
    await makeCustomer(doors.db, { groups: ['customer-viewer'] });
    const low = await draft(project, { severity: 'low' });
    const critical = await draft(project, { severity: 'critical', title: 'B' });
    const first = await draft(project, { severity: 'critical', title: 'A' });
    await draft(project, { isPublished: true });
    const seen = await preview(project);
    expect(seen).toMatchObject({
      missing: [],
      alreadyPublished: 1,
      customers: [{ id: sees.id, displayName: sees.displayName }],
      isProjectShownAlready: false,
      company: { id: project.companyId, hasLogo: false },
    });
    expect(seen.publishes).toMatchObject([
      { id: first.id, title: 'A', severity: 'critical', instanceCount: 1 },
      { id: critical.id },
      { id: low.id },
    ]);
  });

  test('costs as many statements with twenty findings as with one', async () => {
    const project = await readyProject();
    await draft(project);
    const cost = async () => {
      doors.db.statements.length = 0;
      await preview(project);
      return doors.db.statements.length;
    };
    const one = await cost();
    for (let n = 0; n < 19; n += 1) await draft(project);
    expect(await cost()).toBe(one);
    expect(one).toBe(5);
  });

  test('Who may read: whoever may not read the customers of the company is shown none', async () => {
    const project = await readyProject();
    const company = { id: project.companyId, kind: 'EXTERNAL', name: 'Client' } as const;
    await makeCustomer(doors.db, { company, groups: ['customer-viewer'] });
    const outside = await staffUser(doors, { groups: ['project-manager'] });
    expect((await preview(project)).customers).toHaveLength(1);
    expect((await preview(project, outside)).customers).toEqual([]);
  });

  test('A16: of a restricted project no customer sees anything yet', async () => {
    const project = await readyProject();
    const company = { id: project.companyId, kind: 'EXTERNAL', name: 'Client' } as const;
    await makeCustomer(doors.db, { company, groups: ['customer-viewer'] });
    await doors.db.owner.query('UPDATE project SET is_restricted = true WHERE id = $1', [project.id]);
    expect((await preview(project)).customers).toEqual([]);
  });

  test('tells what is missing, what holds it back first', async () => {
    const project = await makeProject(doors.db, { owners: [lead.account] });
    const bare = await makeFinding(doors.db, project);
    await makeScopeItem(doors.db, project, { isInScope: false });
    await makeImport(doors.db, project);
    const { missing } = await preview(project);
    expect(missing.map(({ key, isBlocking }) => [key, isBlocking])).toEqual([
      ['standards', true],
      ['scope', true],
      ['instances', true],
      ['dates', false],
      ['texts', false],
      ['import-waiting', false],
    ]);
    expect(missing[2]?.findingIds).toEqual([bare.id]);
  });
});

describe('completing', () => {
  test('publishes every draft in one, numbers the most severe first, shows the project and locks it', async () => {
    const project = await readyProject();
    const out = await draft(project, { isPublished: true });
    const low = await draft(project, { severity: 'low' });
    const high = await draft(project, { severity: 'high' });
    const answer = await complete(project, [low.id, high.id]);
    expect(answer.data()).toMatchObject({ publishedCount: 2, completedAt: expect.any(String) });
    const { rows } = await doors.db.owner.query<{ id: string; reference: number; published_at: Date | null }>(
      'SELECT id, reference, published_at FROM finding WHERE project_id = $1 ORDER BY reference',
      [project.id],
    );
    expect(rows.map(({ id, reference }) => [id, reference])).toEqual([
      [out.id, 1],
      [high.id, 2],
      [low.id, 3],
    ]);
    expect(rows.every(({ published_at }) => published_at !== null)).toBe(true);
    const detail = await call('projects.getProject', { projectId: project.id });
    expect(detail.data()).toMatchObject({
      status: 'COMPLETED',
      isOverdue: false,
      shownAt: expect.any(String),
      completedBy: { id: lead.account.id },
      publishedCount: 3,
      abilities: {
        canWrite: false,
        canGovern: false,
        canPublish: false,
        canComplete: false,
        canReport: true,
        canRelease: true,
      },
    });
  });

  test('Lock: afterwards nothing of it changes, and it is not completed twice', async () => {
    const project = await readyProject();
    expect((await complete(project, [])).data()).toMatchObject({ publishedCount: 0 });
    const locked = { code: 'FORBIDDEN', reason: { gate: 'G9', rule: 'Lock' } };
    const again = { projectId: project.id, version: 2 };
    for (const [path, input] of Object.entries({
      'projects.completeProject': { ...again, publishes: [] },
      'projects.previewCompletion': { projectId: project.id },
      'scope.addScope': { projectId: project.id, text: 'client.example' },
      'findings.createFinding': { projectId: project.id, title: 'Late finding' },
    })) {
      expect((await call(path, input)).error).toMatchObject(locked);
    }
  });

  test('is refused with words while something is missing, and changes nothing', async () => {
    const project = await makeProject(doors.db, { owners: [lead.account] });
    const finding = await makeFinding(doors.db, project);
    const answer = await complete(project, [finding.id]);
    expect(answer.error).toMatchObject({
      code: 'CONFLICT',
      userMessage: expect.stringMatching(/No standard.*scope is empty.*1 finding has no instance/),
    });
    const state = 'SELECT completed_at, shown_at FROM project WHERE id = $1';
    expect((await doors.db.owner.query(state, [project.id])).rows).toEqual([
      { completed_at: null, shown_at: null },
    ]);
    expect(await readValue(doors, 'SELECT published_at FROM finding WHERE id = $1', [finding.id])).toBeNull();
  });

  test('C3: what the preview did not show is not published: a finding more or less makes it stale', async () => {
    const project = await readyProject();
    const shown = await draft(project);
    const { publishes, version } = await preview(project);
    const late = await draft(project);
    const ids = publishes.map(({ id }) => id);
    expect((await complete(project, ids, version)).code).toBe('STALE_EDIT');
    expect((await complete(project, [shown.id, late.id, late.id], version)).code).toBe('STALE_EDIT');
    const foreign = await draft(await readyProject());
    expect((await complete(project, [shown.id, foreign.id], version)).code).toBe('STALE_EDIT');
    expect((await complete(project, [late.id, shown.id], version)).status).toBe(200);
  });

  test('02: of two who complete at once one does, and every finding is published once', async () => {
    const project = await readyProject();
    const finding = await draft(project);
    const answers = await Promise.all([1, 2].map(() => complete(project, [finding.id])));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const [other] = answers.filter(({ status }) => status !== 200);
    expect(['STALE_EDIT', 'FORBIDDEN']).toContain(other?.code);
    const published = (await auditRows(doors, 'finding.published')).filter(
      (row) => row['object_id'] === finding.id,
    );
    expect(published).toHaveLength(1);
  });

  test('02: a project that was edited since the preview is stale', async () => {
    const project = await readyProject();
    await doors.db.owner.query('UPDATE project SET version = 2 WHERE id = $1', [project.id]);
    expect((await complete(project, [], 1)).code).toBe('STALE_EDIT');
  });

  test('A15: a tester of the team does not complete, the lead does', async () => {
    const tester = await staffUser(doors, { groups: ['penetration-tester'] });
    const project = await readyProject();
    await doors.db.owner.query(
      `INSERT INTO project_member (project_id, account_id, role) VALUES ($1, $2, 'TESTER')`,
      [project.id, tester.account.id],
    );
    expect((await complete(project, [], 1, tester)).error).toMatchObject({ reason: { rule: 'A15' } });
    expect((await complete(project, [])).status).toBe(200);
  });

  test('C2: customers see the project from then on, and not before', async () => {
    const project = await readyProject();
    await draft(project);
    const shown = () =>
      readValue(doors, 'SELECT shown_at IS NOT NULL FROM project WHERE id = $1', [project.id]);
    expect(await shown()).toBe(false);
    const { publishes } = await preview(project);
    await complete(
      project,
      publishes.map(({ id }) => id),
    );
    expect(await shown()).toBe(true);
  });

  test('L1: the audit holds counts and ids', async () => {
    const project = await readyProject();
    const finding = await draft(project, { title: 'Unmistakable finding' });
    await complete(project, [finding.id]);
    const rows = (await auditRows(doors)).filter((row) =>
      [project.id, finding.id].includes(String(row['object_id'])),
    );
    expect(rows.map((row) => row['action'])).toEqual(['finding.published', 'project.completed']);
    expect(rows[1]).toMatchObject({ after: { findings: 1, published: [finding.id] } });
    expect(JSON.stringify(rows)).not.toMatch(/unmistakable/i);
  });

  test('R2: unknown keys, too many ids and no version are 400', async () => {
    const project = await readyProject();
    const group = await makeGroup(doors.db);
    for (const input of [
      { version: 1, publishes: [], reopen: true },
      { version: 1, publishes: Array.from({ length: 10_001 }, () => group.id) },
      { publishes: [] },
      { version: '1', publishes: [] },
    ]) {
      expect((await call('projects.completeProject', { projectId: project.id, ...input })).status).toBe(400);
    }
  });
});
