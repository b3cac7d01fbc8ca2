import { createHash } from 'node:crypto';
import { completeSetup, makeFinding, makeInstance, makeProject, makeScopeItem } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pngOf, storeEvidence } from '../../doors/testing/evidence.ts';
import { auditRows, readValue, type SignedInPerson, staffUser } from '../../doors/testing/people.ts';
import { storeReport } from '../../doors/testing/reports.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';
import { runQueued } from '../../jobs/testing/run-queued.ts';

let doors: TestDoors;
let lead: SignedInPerson;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  lead = await staffUser(doors, { groups: ['penetration-tester'] });
});
afterAll(() => doors[Symbol.asyncDispose]());

interface Row {
  id: string;
  state: string;
  versionLabel: string;
  pages: number | null;
  sha256: string | null;
  problem: string | null;
  releaseProblem: string | null;
  [more: string]: unknown;
}

const call = (path: string, input: unknown, as = lead.as) => doors.staff.call(path, input, { as });
const get = async (reportId: string) => (await call('reports.getReport', { reportId })).data<Row>();
const ledProject = (completedAt: Date | null = null) =>
  makeProject(doors.db, { owners: [lead.account], completedAt });

async function generate(projectId: string): Promise<Row> {
  const { id } = (await call('reports.generateReport', { projectId })).data<{ id: string }>();
  expect((await get(id)).state).toBe('QUEUED');
  await runQueued(doors);
  return get(id);
}

describe('generating a report', () => {
  test('gives a PDF with its number of pages and its checksum, downloaded as it was stored', async () => {
    const project = await ledProject();
    await makeScopeItem(doors.db, project);
    const finding = await makeFinding(doors.db, project, {
      isPublished: true,
      title: 'Mooring plan readable',
    });
    await makeInstance(doors.db, finding);
    await storeEvidence(doors, finding, await pngOf(640, 400));
    const report = await generate(project.id);
    expect(report.problem).toBeNull();
    expect(report).toMatchObject({ state: 'READY', versionLabel: '1.0', findingCount: 1 });
    expect(report.pages).toBeGreaterThan(3);

    const file = await doors.staff.send(`/files/reports/${report.id}`, { as: lead.as });
    expect(file.status).toBe(200);
    expect(file.headers['content-disposition']).toContain('attachment');
    expect(file.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(createHash('sha256').update(file.bytes).digest('hex')).toBe(report.sha256);
    expect(await auditRows(doors, 'report.downloaded')).not.toEqual([]);
  });

  test('keeps a second file without steps and evidence for customers who may not view them', async () => {
    const project = await ledProject();
    const finding = await makeFinding(doors.db, project, { isPublished: true });
    await storeEvidence(doors, finding, await pngOf(900, 700));
    const { id } = await generate(project.id);
    const { rows } = await doors.db.owner.query<{ full: string; plain: string }>(
      `SELECT f.bytes AS full, p.bytes AS plain FROM report r JOIN stored_file f ON f.id = r.file_id
       JOIN stored_file p ON p.id = r.plain_file_id WHERE r.id = $1`,
      [id],
    );
    expect(Number(rows[0]?.plain)).toBeLessThan(Number(rows[0]?.full));
  });

  test('takes hostile texts literally', async () => {
    const project = await ledProject();
    const title = '#eval("1") $x$ {{7*7}} =cmd <script>alert(1)</script> \\ @ref';
    await makeFinding(doors.db, project, { isPublished: true, title });
    expect((await generate(project.id)).state).toBe('READY');
  });

  test('A15 allows testers to draft, also after completion, and refuses observers', async () => {
    const tester = await staffUser(doors, { groups: ['penetration-tester'] });
    const observer = await staffUser(doors, { groups: ['penetration-tester'] });
    const { id: projectId } = await makeProject(doors.db, {
      team: [
        { account: tester.account, role: 'TESTER' },
        { account: observer.account, role: 'OBSERVER' },
      ],
      completedAt: new Date(),
    });
    expect((await call('reports.generateReport', { projectId }, tester.as)).status).toBe(200);
    expect((await call('reports.generateReport', { projectId }, observer.as)).code).toBe('FORBIDDEN');
  });

  test('the work itself is refused when whoever asked lost the project', async () => {
    const tester = await staffUser(doors, { groups: ['penetration-tester'] });
    const { id: projectId } = await makeProject(doors.db, {
      team: [{ account: tester.account, role: 'TESTER' }],
    });
    const asked = await call('reports.generateReport', { projectId }, tester.as);
    await doors.db.owner.query('DELETE FROM project_member WHERE account_id = $1', [tester.account.id]);
    await runQueued(doors);
    const { id } = asked.data<{ id: string }>();
    expect(await readValue(doors, 'SELECT state FROM report WHERE id = $1', [id])).toBe('FAILED');
  });
});

describe('releasing a report', () => {
  const release = (reportId: string, as = lead.as) => call('reports.releaseReport', { reportId }, as);

  test('C5 allows the lead to release what is published; the next draft is called one step later', async () => {
    const project = await ledProject();
    const finding = await makeFinding(doors.db, project, { isPublished: true });
    const report = await storeReport(doors, project, { findings: [finding], version: [1, 0] });
    const released = (await release(report.id)).data<Row>();
    expect(released['releasedBy']).toMatchObject({ id: lead.account.id });
    expect(
      await readValue(
        doors,
        'SELECT count(*)::int FROM stored_file WHERE id = ANY($1) AND in_portal_at IS NOT NULL',
        [[report.fileId, report.plainFileId]],
      ),
    ).toBe(2);
    expect((await generate(project.id)).versionLabel).toBe('1.1');
    expect(await auditRows(doors, 'report.released')).not.toEqual([]);
  });

  test('C5 refuses while a finding in it is unpublished, and says so beforehand', async () => {
    const project = await ledProject();
    const draft = await makeFinding(doors.db, project);
    const report = await storeReport(doors, project, { findings: [draft] });
    expect((await get(report.id)).releaseProblem).toContain('not published');
    const refused = await release(report.id);
    expect(refused.code).toBe('CONFLICT');
    expect(refused.error?.userMessage).toContain('not published');
    expect(await readValue(doors, 'SELECT released_at FROM report WHERE id = $1', [report.id])).toBeNull();
  });

  test('C5 refuses a version that is out already, and a released one a second time', async () => {
    const project = await ledProject();
    const finding = await makeFinding(doors.db, project, { isPublished: true });
    const first = await storeReport(doors, project, { findings: [finding], version: [1, 0] });
    const twin = await storeReport(doors, project, { findings: [finding], version: [1, 0] });
    expect((await release(first.id)).status).toBe(200);
    expect((await release(first.id)).code).toBe('CONFLICT');
    expect((await release(twin.id)).error?.userMessage).toContain('1.0 is released already');
  });

  test('two at once release one', async () => {
    const project = await ledProject();
    const finding = await makeFinding(doors.db, project, { isPublished: true });
    const pair = [
      await storeReport(doors, project, { findings: [finding], version: [1, 0] }),
      await storeReport(doors, project, { findings: [finding], version: [1, 0] }),
    ];
    const answers = await Promise.all(pair.map(({ id }) => release(id)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  test('A15 refuses a tester who is not the lead', async () => {
    const tester = await staffUser(doors, { groups: ['penetration-tester'] });
    const project = await makeProject(doors.db, { team: [{ account: tester.account, role: 'TESTER' }] });
    const finding = await makeFinding(doors.db, project, { isPublished: true });
    const report = await storeReport(doors, project, { findings: [finding] });
    expect((await release(report.id, tester.as)).code).toBe('FORBIDDEN');
  });

  test('an unfinished report is neither released nor downloaded', async () => {
    const { id: projectId } = await ledProject();
    const { id } = (await call('reports.generateReport', { projectId })).data<{ id: string }>();
    expect((await release(id)).error?.userMessage).toContain('not finished');
    expect((await doors.staff.send(`/files/reports/${id}`, { as: lead.as })).status).toBe(409);
  });
});
