import type { PortalHome, ShownProjectDetail } from '@sallyport/contracts/portal';
import {
  completeSetup,
  makeClient,
  makeFinding,
  makeProject,
  makeScopeItem,
  makeStaff,
  type TestCompany,
} from '@sallyport/testing';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { customerOf } from '../../doors/testing/customers.ts';
import { storeReport } from '../../doors/testing/reports.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';
import { storeLogo } from '../../matrix/shown-objects.ts';

let doors: TestDoors;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
});
afterAll(() => doors[Symbol.asyncDispose]());

const call = (path: string, as: { secret: string }, input: object = {}) =>
  doors.portal.call(path, input, { as });
const days = (count: number) => new Date(Date.now() + count * 86_400_000);
const dayText = (count: number) => days(count).toISOString().slice(0, 10);

/** One project of each status with findings in and out; returns their ids, the one shown last first. */
async function engagements(company: TestCompany): Promise<string[]> {
  const lead = await makeStaff(doors.db, { displayName: 'Lena Lead' });
  const project = (shownBefore: number, more: object) =>
    makeProject(doors.db, { company, owners: [lead], shownAt: days(-shownBefore), ...more });
  const running = await project(1, { testStart: dayText(-2), testEnd: dayText(2), description: 'Agreed.' });
  const ahead = await project(2, { testStart: dayText(20) });
  const done = await project(3, { testStart: dayText(-40), testEnd: dayText(-30), completedAt: days(-29) });
  await makeScopeItem(doors.db, running);
  for (const severity of ['critical', 'high', 'high'] as const)
    await makeFinding(doors.db, running, { severity, isPublished: true });
  await makeFinding(doors.db, running, { severity: 'critical', result: 'FIXED', isPublished: true });
  await makeFinding(doors.db, running, { severity: 'critical' });
  await makeFinding(doors.db, done, { severity: 'low', isPublished: true });
  await storeReport(doors, done, { isReleased: true });
  await storeReport(doors, done);
  await makeProject(doors.db, { company });
  return [running.id, ahead.id, done.id];
}

test('home and projects count what is published and open, in four and two statements', async () => {
  const company = await makeClient(doors.db);
  const ids = await engagements(company);
  const { as } = await customerOf(doors, company);
  doors.db.statements.length = 0;
  const home = (await call('home.getHome', as)).data<z.infer<typeof PortalHome>>();
  expect(doors.db.statements).toHaveLength(4);
  expect(home.open).toEqual({ critical: 1, high: 2, medium: 0, low: 1, info: 0 });
  expect(home.projects.map(({ id }) => id)).toEqual(ids);
  expect(home.projects.map(({ status }) => status)).toEqual(['IN_PROGRESS', 'UPCOMING', 'COMPLETED']);
  expect(home.projects.map(({ findingCount, reportCount }) => [findingCount, reportCount])).toEqual([
    [4, 0],
    [0, 0],
    [1, 1],
  ]);
  expect(home.latestFindings).toHaveLength(5);
  expect(home.latestReports).toMatchObject([{ versionLabel: '1.0' }]);

  doors.db.statements.length = 0;
  expect((await call('projects.listProjects', as)).data()).toEqual({ rows: home.projects });
  expect(doors.db.statements).toHaveLength(2);
});

test('C4 one project tells who leads it by name, in three statements', async () => {
  const company = await makeClient(doors.db);
  const [projectId] = await engagements(company);
  const { as } = await customerOf(doors, company, ['customer-viewer']);
  doors.db.statements.length = 0;
  const answer = await call('projects.getProject', as, { projectId });
  expect(doors.db.statements).toHaveLength(3);
  const detail = answer.data<ShownProjectDetail>();
  expect(detail).toMatchObject({ leads: ['Lena Lead'], description: 'Agreed.', findingCount: 4 });
  expect(detail.scope).toMatchObject([{ kind: 'HOST', isInScope: true }]);
  expect(answer.text).not.toMatch(/@|SP-|companyId|version|createdAt|updatedAt|shownAt/);
});

test('without permissions home is empty, and lists are closed', async () => {
  const company = await makeClient(doors.db);
  await engagements(company);
  const { as } = await customerOf(doors, company, []);
  expect((await call('home.getHome', as)).data()).toEqual({
    open: null,
    projects: [],
    latestFindings: [],
    latestReports: [],
  });
  for (const path of ['projects.listProjects', 'findings.listFindings', 'reports.listReports'])
    expect((await call(path, as)).code).toBe('FORBIDDEN');
});

test("C1 the logo is one's own company's, and is told of where there is one", async () => {
  const [ours, theirs] = [await makeClient(doors.db), await makeClient(doors.db)];
  const { as } = await customerOf(doors, ours);
  const hasLogo = async () => (await call('auth.getCurrent', as)).data<{ hasLogo: boolean }>().hasLogo;
  await storeLogo(doors, theirs.id);
  expect([(await doors.portal.send('/files/logo', { as })).status, await hasLogo()]).toEqual([404, false]);
  await storeLogo(doors, ours.id);
  const answer = await doors.portal.send(`/files/logo?companyId=${theirs.id}`, { as });
  expect(answer.headers['content-type']).toBe('image/png');
  expect((await sharp(answer.bytes).metadata()).format).toBe('png');
  expect(await hasLogo()).toBe(true);
});

test('C1 R2 no input names a company', async () => {
  const { as, account } = await customerOf(doors, await makeClient(doors.db));
  const companyId = account.companyId;
  for (const path of ['home.getHome', 'projects.listProjects'])
    expect((await call(path, as, { companyId })).code).toBe('INVALID_INPUT');
  for (const projectId of ['', 'x', [], { id: 1 }])
    expect((await call('projects.getProject', as, { projectId })).code).toBe('INVALID_INPUT');
});
