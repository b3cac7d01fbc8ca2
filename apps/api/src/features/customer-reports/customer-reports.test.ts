import { createHash, randomUUID } from 'node:crypto';
import type { ReleasedReport } from '@sallyport/contracts/portal';
import { completeSetup, makeClient, makeGroup, makeProject, type TestCompany } from '@sallyport/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { customerOf } from '../../doors/testing/customers.ts';
import { auditRows } from '../../doors/testing/people.ts';
import { FULL_PDF, PLAIN_PDF, storeReport } from '../../doors/testing/reports.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';

let doors: TestDoors;
let company: TestCompany;
let as: { secret: string };
let viewer: { secret: string };
let viewerId: string;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  company = await makeClient(doors.db);
  as = (await customerOf(doors, company)).as;
  const found = await customerOf(doors, company, ['customer-viewer']);
  [viewer, viewerId] = [found.as, found.account.id];
});
afterAll(() => doors[Symbol.asyncDispose]());

const call = (path: string, input: object, by = as) => doors.portal.call(path, input, { as: by });
const list = async (input: object, by = as) =>
  (await call('reports.listReports', input, by)).data<{ rows: ReleasedReport[] }>().rows;
const download = (id: string, by = as) => doors.portal.send(`/files/reports/${id}`, { as: by });
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const shown = () => makeProject(doors.db, { company, name: 'Web shop', shownAt: new Date() });

test('C5 allows released reports alone, each with size and checksum of the very file that one gets', async () => {
  const project = await shown();
  const { id } = await storeReport(doors, project, { isReleased: true });
  const draft = await storeReport(doors, project);
  for (const [by, bytes, hasSteps] of [
    [as, FULL_PDF, true],
    [viewer, PLAIN_PDF, false],
  ] as const) {
    doors.db.statements.length = 0;
    const rows = await list({ projectId: project.id }, by);
    expect(doors.db.statements).toHaveLength(2);
    const file = { bytes: bytes.byteLength, sha256: sha256(bytes), hasSteps, versionLabel: '1.0' };
    expect(rows).toMatchObject([{ id, projectId: project.id, projectName: 'Web shop', ...file }]);
    const answer = await download(id, by);
    expect(answer.status).toBe(200);
    expect(answer.bytes.equals(bytes)).toBe(true);
    expect(answer.headers['content-disposition']).toContain(
      'attachment; filename="penetration-test-report-1.0.pdf"',
    );
  }
  const nothing = await download(randomUUID());
  expect((await download(draft.id)).text).toBe(nothing.text);
  expect(nothing.status).toBe(404);
});

test('L1 a download is recorded with who and which copy; a refused one is no download', async () => {
  const project = await shown();
  const { id } = await storeReport(doors, project, { isReleased: true });
  await download(id, viewer);
  await download(randomUUID(), viewer);
  const rows = (await auditRows(doors, 'report.downloaded')).filter(
    (row) => row['actor_id'] === viewerId && Object(row['after'])['projectId'] === project.id,
  );
  expect(rows).toMatchObject([
    {
      door: 'PORTAL',
      outcome: 'ALLOWED',
      object_type: 'report',
      object_id: id,
      after: { version: '1.0', hasSteps: false },
    },
  ]);
});

test('C5 blocks a report without a copy for whoever may not view steps, in every place alike', async () => {
  const other = await makeClient(doors.db);
  const project = await makeProject(doors.db, { company: other, shownAt: new Date() });
  const { id } = await storeReport(doors, project);
  await doors.db.owner.query('UPDATE report SET plain_file_id = NULL WHERE id = $1', [id]);
  await doors.db.owner.query('UPDATE report SET released_at = app.now() WHERE id = $1', [id]);
  const [full, plain] = [await customerOf(doors, other), await customerOf(doors, other, ['customer-viewer'])];
  const counted = async (by: { secret: string }) =>
    (await call('projects.listProjects', {}, by)).data<{ rows: { reportCount: number }[] }>().rows[0]
      ?.reportCount;
  expect([await list({}, full.as), await counted(full.as)]).toMatchObject([[{ id }], 1]);
  expect([await list({}, plain.as), await counted(plain.as)]).toEqual([[], 0]);
  expect((await download(id, plain.as)).status).toBe(404);
});

test('C5 blocks: Download Reports is asked for, and it alone shows projects without their findings', async () => {
  const group = await makeGroup(doors.db, {
    audience: 'CUSTOMER',
    grants: [{ permission: 'download-reports' }],
  });
  const project = await shown();
  const { id } = await storeReport(doors, project, { isReleased: true });
  const reader = (await customerOf(doors, company, [group.id])).as;
  expect((await download(id, reader)).bytes.equals(PLAIN_PDF)).toBe(true);
  expect((await call('projects.getProject', { projectId: project.id }, reader)).data()).toMatchObject({
    open: null,
    findingCount: null,
    reportCount: 1,
  });
  const nobody = (await customerOf(doors, company, [])).as;
  expect([(await download(id, nobody)).status, (await call('reports.listReports', {}, nobody)).code]).toEqual(
    [403, 'FORBIDDEN'],
  );
});

test('C1 R2 hostile input is refused', async () => {
  for (const input of [{ companyId: company.id }, { projectId: '' }, { projectId: [] }, { limit: 1 }])
    expect((await call('reports.listReports', input)).code).toBe('INVALID_INPUT');
  for (const id of ['1', '%00', 'a'.repeat(400)]) expect([400, 404]).toContain((await download(id)).status);
});
