import {
  completeSetup,
  makeFinding,
  makeInstance,
  makeProject,
  makeReport,
  makeStaff,
  type TestProject,
} from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditRows, readValue, type SignedInPerson, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';

let doors: TestDoors;
let lead: SignedInPerson;
let tester: SignedInPerson;
let project: TestProject;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  lead = await staffUser(doors, { groups: ['penetration-tester'] });
  tester = await staffUser(doors, { groups: ['penetration-tester'] });
  project = await makeProject(doors.db, {
    owners: [lead.account],
    team: [{ account: tester.account, role: 'TESTER' }],
  });
});
afterAll(() => doors[Symbol.asyncDispose]());

const call = (path: string, input: unknown, as = tester.as) => doors.staff.call(path, input, { as });
const fields = {
  title: 'Console reachable',
  severitySource: 'MANUAL',
  severity: 'low',
  cvss31Vector: '',
  cvss40Vector: '',
  cwe: [],
  cve: [],
  links: [],
  description: '',
  impact: '',
  steps: '',
  recommendation: '',
};
const NINE_EIGHT = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
const SIX_NINE = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:L/SI:L/SA:N';

interface Detail {
  version: number;
  severity: string;
  score: number | null;
  cvss31: { vector: string; score: number; severity: string } | null;
  cvss40: unknown;
  abilities: { canWrite: boolean; canPublish: boolean };
}
const detail = async (findingId: string, as = tester.as) =>
  (await call('findings.getFinding', { findingId }, as)).data<Detail>();

describe('A15: who writes', () => {
  test('A15: a tester on the team creates and edits; what they may do is told with the finding', async () => {
    const created = await call('findings.createFinding', { projectId: project.id, title: 'Open redirect' });
    const { id } = created.data<{ id: string }>();
    expect(await detail(id)).toMatchObject({
      title: 'Open redirect',
      severity: 'info',
      severitySource: 'MANUAL',
      reference: null,
      createdBy: { id: tester.account.id },
      abilities: { canWrite: true, canPublish: false },
    });
    expect(await detail(id, lead.as)).toMatchObject({ abilities: { canWrite: true, canPublish: true } });
  });

  test('A15: a tester writes but does not publish; the owner does', async () => {
    const { id } = await makeFinding(doors.db, project);
    const publish = (as = tester.as) =>
      call('findings.publishFindings', { projectId: project.id, findingIds: [id] }, as);
    expect((await publish()).error).toMatchObject({ code: 'FORBIDDEN', reason: { rule: 'A15' } });
    expect((await publish(lead.as)).status).toBe(200);
  });

  test('Who may read: reach ASSIGNED outside is answered like nothing there; a reviewer reads and does not write', async () => {
    const { id } = await makeFinding(doors.db, project);
    const outsider = await staffUser(doors, { groups: ['penetration-tester'] });
    const random = await call('findings.getFinding', { findingId: crypto.randomUUID() }, outsider.as);
    expect((await call('findings.getFinding', { findingId: id }, outsider.as)).text).toBe(random.text);
    expect(random.status).toBe(404);
    const reviewed = await makeProject(doors.db, { team: [{ account: outsider.account, role: 'REVIEWER' }] });
    const finding = await makeFinding(doors.db, reviewed);
    expect((await call('findings.getFinding', { findingId: finding.id }, outsider.as)).status).toBe(200);
    const edit = { ...fields, findingId: finding.id, version: 1 };
    expect((await call('findings.updateFinding', edit, outsider.as)).error).toMatchObject({
      reason: { rule: 'A15' },
    });
  });

  test('Lock: a completed project is read and not written; whoever was too late is told', async () => {
    const done = await makeProject(doors.db, { owners: [lead.account], completedAt: new Date() });
    const { id } = await makeFinding(doors.db, done);
    expect((await detail(id, lead.as)).abilities).toEqual({ canWrite: false, canPublish: false });
    const answers = await Promise.all([
      call('findings.createFinding', { projectId: done.id, title: 'Late' }, lead.as),
      call('findings.updateFinding', { ...fields, findingId: id, version: 1 }, lead.as),
      call('findings.deleteFinding', { findingId: id, version: 1 }, lead.as),
      call('findings.publishFindings', { projectId: done.id, findingIds: [id] }, lead.as),
      call('instances.addInstances', { findingId: id, text: '192.0.2.1' }, lead.as),
    ]);
    for (const { error } of answers) expect(error).toMatchObject({ reason: { rule: 'Lock' } });
  });
});

describe('rating', () => {
  const save = async (change: object, input: Parameters<typeof makeFinding>[2] = {}) => {
    const { id } = await makeFinding(doors.db, project, input);
    return {
      id,
      answer: await call('findings.updateFinding', { ...fields, findingId: id, version: 1, ...change }),
    };
  };

  test('a vector that counts gives score and severity; what was chosen beside it does not', async () => {
    const { id, answer } = await save({
      severitySource: 'CVSS31',
      severity: 'info',
      cvss31Vector: `${NINE_EIGHT}/RL:X`,
      cvss40Vector: SIX_NINE,
    });
    expect(answer.data()).toMatchObject({ version: 2 });
    expect(await detail(id)).toMatchObject({
      severity: 'critical',
      score: 9.8,
      cvss31: { version: '3.1', vector: NINE_EIGHT, score: 9.8, severity: 'critical' },
      cvss40: { vector: SIX_NINE, score: 6.9, severity: 'medium' },
    });
  });

  test('a severity by hand or of the tool stays as given, with a vector beside it or none', async () => {
    const byHand = await save({ severity: 'high', cvss40Vector: SIX_NINE });
    expect(await detail(byHand.id)).toMatchObject({ severity: 'high', score: null, cvss40: { score: 6.9 } });
    const byTool = await save({ severitySource: 'TOOL', severity: 'medium' }, { sourceKey: 'nessus:1' });
    expect(await detail(byTool.id)).toMatchObject({ severity: 'medium', isImported: true });
  });

  test.each([
    [{ severitySource: 'CVSS31' }, 'cvss31Vector', 'Give the vector'],
    [{ severitySource: 'CVSS40', cvss31Vector: NINE_EIGHT }, 'cvss40Vector', 'Give the vector'],
    [{ cvss31Vector: 'CVSS:3.1/AV:N/AC:L' }, 'cvss31Vector', 'Privileges Required (PR)'],
    [{ cvss31Vector: SIX_NINE }, 'cvss31Vector', 'takes a CVSS 3.1 vector'],
    [{ cvss40Vector: NINE_EIGHT }, 'cvss40Vector', 'takes a CVSS 4.0 vector'],
    [{ severitySource: 'TOOL' }, 'severitySource', 'No tool rated this'],
  ])('%j is refused beside its field and changes nothing', async (change, path, words) => {
    const { id, answer } = await save(change);
    expect(answer.status).toBe(400);
    expect(answer.error?.fields).toEqual([{ path, message: expect.stringContaining(words) }]);
    expect((await detail(id)).version).toBe(1);
  });

  test('the calculator scores as saving does, and refuses with the same words', async () => {
    expect((await call('findings.scoreVector', { vector: SIX_NINE })).data()).toMatchObject({ score: 6.9 });
    const bad = await call('findings.scoreVector', { vector: 'CVSS:3.1/AV:N' });
    expect(bad.error?.fields).toMatchObject([{ path: 'vector' }]);
  });
});

describe('texts', () => {
  test.each([
    '<script>alert(1)</script> {{7*7}} #{x} <img src=x onerror=alert(1)>',
    '![pixel](https://evil.example/x.png) [x](javascript:alert(1))',
    "'; DROP TABLE finding; --\n\tindented\n| a | b |\n|---|---|",
  ])('R6: %s is kept as typed and shown to nobody as HTML', async (description) => {
    const { id } = await makeFinding(doors.db, project);
    const saved = await call('findings.updateFinding', { ...fields, findingId: id, version: 1, description });
    expect(saved.status).toBe(200);
    expect(await detail(id)).toMatchObject({ description });
  });

  test('R2: control characters, 64,001 characters and unknown keys are refused', async () => {
    const { id } = await makeFinding(doors.db, project);
    const save = (change: object) =>
      call('findings.updateFinding', { ...fields, findingId: id, version: 1, ...change });
    for (const change of [
      { steps: 'a\u0000b' },
      { steps: 'a\u001b[31m' },
      { impact: 'x'.repeat(64_001) },
      { projectId: project.id },
      { links: ['javascript:alert(1)'] },
      { cve: ['CVE-26-1'] },
    ]) {
      expect((await save(change)).status).toBe(400);
    }
    expect((await save({ impact: 'x'.repeat(64_000) })).status).toBe(200);
  });
});

describe('edits', () => {
  test('02: of two who began from the same version the later one is told, and what they did not touch stays', async () => {
    const { id } = await makeFinding(doors.db, project);
    const save = (title: string) =>
      call('findings.updateFinding', { ...fields, title, findingId: id, version: 1 });
    const answers = await Promise.all([save('One'), save('Two')]);
    expect(answers.map(({ code }) => code).toSorted()).toEqual(['STALE_EDIT', null]);
  });

  test('L1: which fields changed is recorded, and never what they say', async () => {
    const { id } = await makeFinding(doors.db, project, { title: 'Before' });
    await call('findings.updateFinding', { ...fields, findingId: id, version: 1, impact: 'Secret words.' });
    const [row] = (await auditRows(doors, 'finding.updated')).slice(-1);
    expect(row).toMatchObject({
      object_type: 'finding',
      object_id: id,
      before: { severity: 'medium' },
      after: { severity: 'low', changed: expect.arrayContaining(['title', 'severity', 'impact']) },
    });
    expect(JSON.stringify(row)).not.toMatch(/Secret words|Console reachable/);
  });

  test('what was never published is deleted with all that is beneath, also out of a draft report', async () => {
    const finding = await makeFinding(doors.db, project);
    await makeInstance(doors.db, finding);
    const report = await makeReport(doors.db, project, { findings: [finding] });
    expect((await call('findings.deleteFinding', { findingId: finding.id, version: 7 })).code).toBe(
      'STALE_EDIT',
    );
    expect((await call('findings.deleteFinding', { findingId: finding.id, version: 1 })).status).toBe(200);
    for (const table of [
      'finding WHERE id',
      'instance WHERE finding_id',
      'instance_event WHERE finding_id',
    ]) {
      expect(await readValue(doors, `SELECT count(*)::int FROM ${table} = $1`, [finding.id])).toBe(0);
    }
    expect(
      await readValue(doors, 'SELECT count(*)::int FROM report_finding WHERE report_id = $1', [report.id]),
    ).toBe(0);
  });

  test('C3: what was published once is not deleted, not even after it was taken back', async () => {
    const { id } = await makeFinding(doors.db, project, { isPublished: true });
    const remove = () => call('findings.deleteFinding', { findingId: id, version: 1 });
    expect((await remove()).error?.userMessage).toMatch(/^F-\d+ was published once/);
    const back = { projectId: project.id, findingIds: [id], reason: 'Too early' };
    expect((await call('findings.unpublishFindings', back, lead.as)).status).toBe(200);
    expect((await remove()).code).toBe('CONFLICT');
  });
});

describe('the list', () => {
  interface Page {
    rows: { id: string; title: string; severity: string; instanceCount: number; updatedBy: unknown }[];
    counts: Record<string, number>;
    draftCount: number;
    total: { count: number };
    nextCursor: string | null;
  }
  const scene = async () => {
    const own = await makeProject(doors.db, { owners: [tester.account] });
    const make = (title: string, severity: 'critical' | 'high' | 'info', isPublished = false) =>
      makeFinding(doors.db, own, { title, severity, isPublished });
    await make('Old TLS', 'info');
    await make('SQL injection', 'critical', true);
    await make('100% wrong_header', 'high');
    const list = async (input: object = {}) =>
      (await call('findings.listFindings', { projectId: own.id, ...input })).data<Page>();
    return { own, list };
  };

  test('most severe first; counts and drafts are of the whole project, whatever the filter', async () => {
    const { list } = await scene();
    const all = await list();
    expect(all.rows.map(({ severity }) => severity)).toEqual(['critical', 'high', 'info']);
    expect(all.counts).toEqual({ critical: 1, high: 1, medium: 0, low: 0, info: 1 });
    const drafts = await list({ isPublished: false, severity: ['high'] });
    expect(drafts).toMatchObject({ rows: [{ severity: 'high' }], total: { count: 1 }, draftCount: 2 });
    expect(drafts.counts).toEqual(all.counts);
  });

  test.each([
    ['sql', ['SQL injection']],
    ['%', ['100% wrong_header']],
    ['g_h', ['100% wrong_header']],
    ['f-1', ['SQL injection']],
    ['F01', ['SQL injection']],
    ['F-2', []],
    ["' or 1=1", []],
  ])('search "%s"', async (search, titles) => {
    const { list } = await scene();
    expect((await list({ search })).rows.map(({ title }) => title)).toEqual(titles);
  });

  test.each([
    ['severity', 'asc'],
    ['title', 'desc'],
    ['createdAt', 'desc'],
  ])('pages by %s %s meet without a gap or a repetition', async (field, direction) => {
    const { list } = await scene();
    const sort = { field, direction };
    const whole = (await list({ sort })).rows.map(({ id }) => id);
    const paged: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: Page = await list({ sort, limit: 1, ...(cursor === undefined ? {} : { cursor }) });
      paged.push(...page.rows.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(whole);
    expect(paged).toHaveLength(3);
  });

  test('statements: a list of any length costs the same, and so does a finding with 300 instances', async () => {
    const { own, list } = await scene();
    const counted = async (work: () => Promise<unknown>) => {
      doors.db.statements.length = 0;
      await work();
      return doors.db.statements.length;
    };
    const short = await counted(() => list());
    const finding = await makeFinding(doors.db, own);
    for (let n = 0; n < 20; n += 1) await makeFinding(doors.db, own);
    // Session, project, page, total, counts.
    expect([short, await counted(() => list())]).toEqual([5, 5]);
    const few = await counted(() => detail(finding.id));
    const text = Array.from({ length: 300 }, (_, at) => `192.0.2.${at % 250}:${1_000 + at}/tcp`).join('\n');
    const added = await call('instances.addInstances', { findingId: finding.id, text });
    expect(added.data()).toMatchObject({ added: 300, duplicates: 0, refused: [] });
    // Session, finding with project, instances, evidence.
    expect([few, await counted(() => detail(finding.id))]).toEqual([4, 4]);
  });
});

test('A16: a restricted project keeps even an Admin from its findings', async () => {
  const admin = await staffUser(doors, { isAdmin: true });
  const closed = await makeProject(doors.db, { isRestricted: true, owners: [await makeStaff(doors.db)] });
  const { id } = await makeFinding(doors.db, closed);
  expect((await call('findings.getFinding', { findingId: id }, admin.as)).status).toBe(404);
  const open = await makeFinding(doors.db, await makeProject(doors.db));
  expect((await call('findings.getFinding', { findingId: open.id }, admin.as)).status).toBe(200);
});
