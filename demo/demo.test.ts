import { SignInResult } from '@sallyport/contracts/common';
import {
  CurrentCustomer,
  PortalDoorInfo,
  PublishedFindingDetail,
  PublishedFindingPage,
  ReleasedReportList,
  ShownProjectList,
} from '@sallyport/contracts/portal';
import { CurrentUser, DoorInfo, FindingPage, ImportList, ProjectPage } from '@sallyport/contracts/staff';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Caller } from './fill/caller.ts';
import { runDemoCommand, startDemo, temporaryFolder } from './test-support/run-demo.ts';

const BANK = ['Branch and cash machine network', 'Online banking'];
const BANK_ALL = [...BANK, 'Mobile banking', 'Open banking interface'];
const HEALTH = ['Appointment interface', 'Patient portal'];
const ALL = [...BANK_ALL, ...HEALTH];

/** Time to build, should anything have changed. */
const START_TIMEOUT_MS = 240_000;

/** Names of the projects that each persona sees. */
const SEES: Readonly<Record<string, readonly string[]>> = {
  admin: ALL,
  manager: ALL,
  'project-manager': ALL,
  'engagement-manager': ALL,
  tester: [...BANK, 'Mobile banking', ...HEALTH],
  leaver: ['Branch and cash machine network', 'Mobile banking', 'Open banking interface'],
  contractor: BANK,
  'no-groups': [],
  'dormant-admin': ALL,
  'customer-admin-a': BANK,
  'customer-engineer-a': BANK,
  'customer-engineer-a2': BANK,
  'customer-viewer-a': BANK,
  'customer-auditor-a': BANK,
  'customer-viewer-b': HEALTH,
  'customer-admin-c': [],
};

describe.runIf(process.env['SALLYPORT_NO_BROWSER'] === undefined)('the demo', { shuffle: false }, () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
  let demo: Awaited<ReturnType<typeof startDemo>>;
  let isStopped = false;
  beforeAll(async () => {
    temporary = await temporaryFolder();
    demo = await startDemo(temporary.path);
  }, START_TIMEOUT_MS);
  afterAll(async () => {
    if (!isStopped) await demo.stop();
    await temporary[Symbol.asyncDispose]();
  });

  const callers = new Map<string, Promise<Caller>>();
  // Once each: a recovery code counts once.
  const signedIn = (key: string): Promise<Caller> => {
    const known = callers.get(key) ?? signIn(key);
    callers.set(key, known);
    return known;
  };
  const signIn = async (key: string): Promise<Caller> => {
    const persona = demo.persona(key);
    const caller = new Caller(demo.urlOf(persona));
    const { email, password, recoveryCode } = persona;
    const { next } = await caller.mutate('auth.signIn', { identifier: email, password }, SignInResult);
    expect(next).toBe(recoveryCode === null ? 'in' : 'factor');
    if (recoveryCode !== null)
      await caller.mutate('auth.presentRecoveryCode', { code: recoveryCode }, SignInResult);
    return caller;
  };
  const staffProjects = async (key: string) =>
    (await (await signedIn(key)).query('projects.listProjects', {}, ProjectPage)).rows;

  test('says everything in one line, and both doors say that it is a demo', async () => {
    const { staff, portal, personas, tokens } = demo.facts;
    expect(demo.stdout().trimEnd().split('\n')).toHaveLength(1);
    expect(personas.map(({ key }) => key).sort()).toEqual(Object.keys(SEES).sort());
    expect(tokens.map(({ key }) => key)).toEqual(['tester', 'manager']);
    // Policy demands a second factor of staff, and of one client's people: whoever reads this line can present one.
    for (const { key, door, totpSecret, recoveryCode } of personas) {
      if (door === 'staff' || key === 'customer-admin-c') {
        expect(totpSecret).toMatch(/^[A-Z2-7]{32,}$/);
        expect(recoveryCode).toMatch(/\S{16,}/);
      } else expect([totpSecret, recoveryCode]).toEqual([null, null]);
    }
    expect((await new Caller(staff).query('door.getDoor', {}, DoorInfo)).isDemo).toBe(true);
    expect((await new Caller(portal).query('door.getDoor', {}, PortalDoorInfo)).isDemo).toBe(true);
  });

  test.each(Object.keys(SEES))('%s signs in at one door and sees what is theirs', async (key) => {
    const persona = demo.persona(key);
    const isStaff = persona.door === 'staff';
    const caller = await signedIn(key);
    const seen = isStaff
      ? await caller.query('projects.listProjects', {}, ProjectPage)
      : await caller.query('projects.listProjects', {}, ShownProjectList);
    expect(seen.rows.map(({ name }) => name).sort()).toEqual([...(SEES[key] ?? [])].sort());
    const company = isStaff
      ? (await caller.query('auth.getCurrent', {}, CurrentUser)) && null
      : (await caller.query('auth.getCurrent', {}, CurrentCustomer)).companyName;
    expect(company).toBe(persona.company);
    const otherDoor = new Caller(demo.facts[isStaff ? 'portal' : 'staff']);
    const { email: identifier, password } = persona;
    await expect(otherDoor.mutate('auth.signIn', { identifier, password }, SignInResult)).rejects.toThrow(
      'answered 401',
    );
  });

  test('findings of every severity are there, one in five hundred places, and a scan waits', async () => {
    const caller = await signedIn('manager');
    const projects = new Map((await staffProjects('manager')).map((row) => [row.name, row]));
    const idOf = (name: string) => projects.get(name)?.id;
    expect(projects.get('Online banking')?.findings).toEqual({
      critical: 2,
      high: 4,
      medium: 4,
      low: 2,
      info: 2,
    });
    const projectId = idOf('Branch and cash machine network');
    const { rows } = await caller.query('findings.listFindings', { projectId }, FindingPage);
    expect(Math.max(...rows.map(({ instanceCount }) => instanceCount))).toBe(500);
    const imports = await caller.query('imports.listImports', { projectId }, ImportList);
    expect(imports.rows.map(({ state, newFindingCount }) => [state, newFindingCount])).toEqual([
      ['READY', 2],
      ['APPLIED', 4],
    ]);
  });

  test('a customer reads findings and the released report of their own company alone', async () => {
    const [bank, health] = [await signedIn('customer-viewer-a'), await signedIn('customer-viewer-b')];
    const { rows } = await bank.query('findings.listFindings', {}, PublishedFindingPage);
    expect(rows).toHaveLength(15);
    const findingId = rows[0]?.id;
    const finding = await bank.query('findings.getFinding', { findingId }, PublishedFindingDetail);
    expect(finding).toMatchObject({ steps: null, evidence: null });
    await expect(health.query('findings.getFinding', { findingId }, PublishedFindingDetail)).rejects.toThrow(
      'answered 404',
    );
    const reports = await bank.query('reports.listReports', {}, ReleasedReportList);
    expect(reports.rows.map(({ projectName, versionLabel }) => [projectName, versionLabel])).toEqual([
      ['Online banking', '1.0'],
    ]);
  });

  test('tokens open the door for tools, as far as their owner reaches', async () => {
    const seen = demo.facts.tokens.map(async ({ key, token }) => {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch(`${demo.facts.staff}/tools/projects.listProjects?input=%7B%7D`, { headers });
      const text = await answer.text();
      return [key, ALL.filter((name) => text.includes(`"${name}"`)).length];
    });
    expect(await Promise.all(seen)).toEqual([
      ['tester', SEES['tester']?.length],
      ['manager', ALL.length],
    ]);
  });

  test('Ctrl-C ends it and leaves nothing behind', async () => {
    expect((await temporary.list()).filter((name) => name.startsWith('sallyport-demo-'))).toHaveLength(1);
    isStopped = true;
    expect(await demo.stop()).toBe(0);
    expect((await temporary.list()).filter((name) => name.startsWith('sallyport-demo-'))).toEqual([]);
    await expect(fetch(`${demo.facts.staff}/healthz`)).rejects.toThrow();
  });
});

describe('the demo refuses', () => {
  test('a database that somebody has', async () => {
    const { code, stdout, stderr } = await runDemoCommand({ DATABASE_URL: 'postgresql://localhost/work' });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('DATABASE_URL is set: unset it for this command.');
  });

  test('an argument that it does not know', async () => {
    const { code, stderr } = await runDemoCommand({}, ['--keep']);
    expect(code).toBe(2);
    expect(stderr).toContain('npm run demo -- --json');
  });

  test('to be reached from other machines, and leaves no folder', async () => {
    await using temporary = await temporaryFolder();
    const env = { SALLYPORT_BIND: '0.0.0.0', TMPDIR: temporary.path };
    const { code, stderr } = await runDemoCommand(env);
    expect(code).toBe(2);
    expect(stderr).toContain('unset SALLYPORT_BIND (it is 0.0.0.0)');
    expect((await temporary.list()).filter((name) => name.startsWith('sallyport-demo-'))).toEqual([]);
  });
});
