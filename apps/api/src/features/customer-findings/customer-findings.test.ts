import { randomUUID } from 'node:crypto';
import type { PublishedFindingDetail, PublishedFindingRow } from '@sallyport/contracts/portal';
import {
  completeSetup,
  makeClient,
  makeFinding,
  makeInstance,
  makeProject,
  type TestCompany,
  type TestProject,
} from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customerOf } from '../../doors/testing/customers.ts';
import { pngOf, storeEvidence } from '../../doors/testing/evidence.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';

let doors: TestDoors;
let company: TestCompany;
let project: TestProject;
let as: { secret: string };
let viewer: { secret: string };

interface Page {
  rows: PublishedFindingRow[];
  nextCursor: string | null;
  total: { count: number };
}

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  company = await makeClient(doors.db);
  as = (await customerOf(doors, company)).as;
  viewer = (await customerOf(doors, company, ['customer-viewer'])).as;
  project = await makeProject(doors.db, { company, name: 'Web shop', shownAt: new Date() });
  const now = Date.now();
  const at = (seconds: number) => doors.db.setNow(new Date(now + seconds * 1_000));
  await at(0);
  for (const severity of ['low', 'critical', 'high', 'medium', 'info'] as const) {
    await publish(project, severity, `A ${severity} thing`);
    await makeFinding(doors.db, project, { severity, title: 'Not yet out' });
  }
  // F-06 to F-09
  for (const [seconds, word] of [
    [60, 'later'],
    [-60, 'older'],
  ] as const) {
    await at(seconds);
    await publish(project, 'low', `One ${word} low thing`);
    await publish(project, 'low', `Two ${word} low thing`);
  }
  await at(60);
});
afterAll(() => doors[Symbol.asyncDispose]());

const publish = (where: TestProject, severity: PublishedFindingRow['severity'], title: string) =>
  makeFinding(doors.db, where, { severity, title, isPublished: true });
const call = (path: string, input: object, by = as) => doors.portal.call(path, input, { as: by });
const list = async (input: object) => (await call('findings.listFindings', input)).data<Page>();

/** A published finding with an instance and a picture for the client; another one is internal. */
async function makeWhole(bytes: Buffer) {
  const finding = await makeFinding(doors.db, project, {
    isPublished: true,
    steps: '1. Open it.',
    cvss31: { vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', score: 9.8 },
  });
  await makeInstance(doors.db, finding, { host: 'shop.client.example', output: 'Banner' });
  const client = await storeEvidence(doors, finding, bytes);
  const internal = await storeEvidence(doors, finding, await pngOf(3, 3), 'INTERNAL');
  return { finding, client, internal };
}

describe('the list of findings', () => {
  test('costs three statements: session, page, count', async () => {
    doors.db.statements.length = 0;
    expect((await call('findings.listFindings', {})).status).toBe(200);
    expect(doors.db.statements).toHaveLength(3);
  });

  test.each([1, 2, 3, 100])(
    'pages of %i show each published finding once: most severe first, of those the newest, together by number',
    async (limit) => {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const input: object = {
          projectId: project.id,
          search: 'thing',
          limit,
          ...(cursor ? { cursor } : {}),
        };
        const page: Page = await list(input);
        expect(page.total.count).toBe(9);
        seen.push(...page.rows.map(({ reference }) => reference));
        ({ nextCursor: cursor } = page);
      } while (cursor);
      // F-01 to F-05 came out together, F-06 and F-07 later, F-08 and F-09 before all of them.
      expect(seen).toEqual(['F-02', 'F-03', 'F-04', 'F-06', 'F-07', 'F-01', 'F-08', 'F-09', 'F-05']);
    },
  );

  test('what is newest comes first at home, however severe', async () => {
    const other = await makeClient(doors.db);
    const shop = await makeProject(doors.db, { company: other, shownAt: new Date() });
    await publish(shop, 'critical', 'First');
    await doors.db.owner.query(
      "UPDATE finding SET published_at = published_at - interval '1 day' WHERE project_id = $1",
      [shop.id],
    );
    for (const title of ['Second', 'Third']) await publish(shop, 'info', title);
    const { as: reader } = await customerOf(doors, other);
    const { latestFindings } = (await call('home.getHome', {}, reader)).data<{
      latestFindings: { title: string }[];
    }>();
    expect(latestFindings.map(({ title }) => title)).toEqual(['Second', 'Third', 'First']);
  });

  test('is narrowed by severity, result, words and number', async () => {
    const titles = async (input: object) => (await list(input)).rows.map(({ title }) => title);
    expect(await titles({ severity: ['critical', 'low'], search: 'thing' })).toEqual([
      'A critical thing',
      'One later low thing',
      'Two later low thing',
      'A low thing',
      'One older low thing',
      'Two older low thing',
    ]);
    expect(await titles({ result: ['FIXED'] })).toEqual([]);
    expect(await titles({ search: 'CRITICAL' })).toEqual(['A critical thing']);
    expect(await titles({ search: 'f-3' })).toEqual(['A high thing']);
    expect(await titles({ search: '%' })).toEqual([]);
    expect(await titles({ search: 'yet out' })).toEqual([]);
  });

  test('C3 blocks: a project of others, one not shown and one that never was answer with the same bytes', async () => {
    const foreign = await makeProject(doors.db, { shownAt: new Date() });
    await makeFinding(doors.db, foreign, { isPublished: true });
    const hidden = await makeProject(doors.db, { company });
    await makeFinding(doors.db, hidden, { isPublished: true });
    const [first, ...others] = await Promise.all(
      [randomUUID(), foreign.id, hidden.id].map((projectId) => call('findings.listFindings', { projectId })),
    );
    expect(first?.data<Page>().rows).toEqual([]);
    for (const other of others) expect(other.text).toBe(first?.text);
  });

  test('a cursor of another client is a place in the order and opens nothing', async () => {
    const other = await makeClient(doors.db);
    const theirs = await makeProject(doors.db, { company: other, shownAt: new Date() });
    for (let at = 0; at < 3; at += 1) await makeFinding(doors.db, theirs, { isPublished: true });
    const { as: stranger } = await customerOf(doors, other);
    const page = (await call('findings.listFindings', { limit: 1 }, stranger)).data<Page>();
    expect(page.nextCursor).not.toBeNull();
    const { rows } = await list({ cursor: page.nextCursor, limit: 100 });
    expect(new Set(rows.map(({ projectId }) => projectId))).not.toContain(theirs.id);
  });
});

describe('one finding', () => {
  test('a Customer Administrator reads how it was found; two statements', async () => {
    const { finding, client } = await makeWhole(await pngOf(30, 20));
    doors.db.statements.length = 0;
    const answer = await call('findings.getFinding', { findingId: finding.id });
    expect(doors.db.statements).toHaveLength(2);
    const detail = answer.data<PublishedFindingDetail>();
    expect(detail).toMatchObject({ projectName: 'Web shop', steps: '1. Open it.', score: null });
    expect(detail.cvss31).toMatchObject({ score: 9.8, severity: 'critical' });
    expect(detail.evidence).toEqual([
      { id: client.id, caption: '', alt: 'The answer of the server', widthPx: 30, heightPx: 20 },
    ]);
    expect(detail.instances).toMatchObject([{ target: 'shop.client.example:443/tcp', output: 'Banner' }]);
    expect(answer.text).not.toMatch(/createdAt|updatedAt|sourceKey|"version":\d|companyId/);
  });

  test('C3 blocks what was written for pictures that one may not see, in every text', async () => {
    const { finding, client, internal } = await makeWhole(await pngOf());
    const text = `![Front door](evidence:${client.id})\n\n![Back door of the vault](evidence:${internal.id})`;
    const { rows } = await doors.db.owner.query<{ steps: string }>(
      'UPDATE finding SET description = $2, impact = $2, steps = $2, recommendation = $2 WHERE id = $1 RETURNING steps',
      [finding.id, text],
    );
    expect(rows[0]?.steps).toContain('Back door of the vault');
    const seen = await call('findings.getFinding', { findingId: finding.id });
    expect(seen.text).not.toContain('vault');
    const shown = `![Front door](evidence:${client.id})\n\n![](evidence:${internal.id})`;
    expect(seen.data<PublishedFindingDetail>()).toMatchObject({
      description: shown,
      impact: shown,
      steps: shown,
      recommendation: shown,
    });
    // Without View Steps and Evidence no picture is to be seen.
    const less = await call('findings.getFinding', { findingId: finding.id }, viewer);
    expect(less.text).not.toMatch(/vault|Front door/);
    expect(less.data<PublishedFindingDetail>().impact).toContain(`![](evidence:${client.id})`);
  });

  test('a Customer Viewer does not, and nothing else is missing', async () => {
    const { finding } = await makeWhole(await pngOf());
    const whole = (
      await call('findings.getFinding', { findingId: finding.id })
    ).data<PublishedFindingDetail>();
    const less = (await call('findings.getFinding', { findingId: finding.id }, viewer)).data();
    expect(less).toEqual({
      ...whole,
      steps: null,
      evidence: null,
      instances: whole.instances.map((instance) => ({ ...instance, output: null })),
    });
  });
});

describe('a picture', () => {
  const picture = (id: string, by = as) => doors.portal.send(`/files/evidence/${id}`, { as: by });

  test('C4 allows what is for the client, and does not tell what the tester called it', async () => {
    const bytes = await pngOf(31, 21);
    const { client } = await makeWhole(bytes);
    const answer = await picture(client.id.toUpperCase());
    expect(answer.status).toBe(200);
    expect(answer.bytes.equals(bytes)).toBe(true);
    expect(answer.headers['content-disposition']).toBe(
      `inline; filename="evidence.png"; filename*=UTF-8''evidence.png`,
    );
    expect(answer.headers['cache-control']).toContain('no-store');
    expect(answer.headers).not.toHaveProperty('etag');
    expect(answer.headers).not.toHaveProperty('last-modified');
  });

  test('C3 blocks internal ones, and one whose finding was taken back, like one that never was', async () => {
    const { finding, client, internal } = await makeWhole(await pngOf());
    const nothing = await picture(randomUUID());
    expect((await picture(internal.id)).text).toBe(nothing.text);
    await doors.db.owner.query('UPDATE finding SET published_at = NULL WHERE id = $1', [finding.id]);
    const gone = await picture(client.id);
    expect([gone.status, gone.text]).toEqual([404, nothing.text]);
  });
});

describe('C1 R2 hostile input is refused and opens nothing', () => {
  test.each([
    { companyId: randomUUID() },
    { projectId: ['a'] },
    { projectId: { not: '' } },
    { search: 'x'.repeat(101) },
    { search: { contains: '' } },
    { search: 'a\u0000b' },
    { severity: ['urgent'] },
    { severity: 'critical' },
    { result: [{ not: 'OPEN' }] },
    { limit: 101 },
    { limit: -1 },
    { limit: '5; drop table finding' },
    { cursor: 'AAAA' },
    { cursor: Buffer.from('["publishedAt","asc",null,"x"]').toString('base64url') },
    { cursor: Buffer.from(`["publishedAt","desc","' or 1=1 --","x"]`).toString('base64url') },
    { cursor: 'x'.repeat(601) },
    { sort: { field: 'createdAt', direction: 'asc' } },
    { isPublished: false },
  ])('%j', async (input) => {
    expect((await call('findings.listFindings', input)).code).toBe('INVALID_INPUT');
  });

  test('ids that are none', async () => {
    for (const findingId of ['', '1', "' or true", null, [], { id: 1 }]) {
      expect((await call('findings.getFinding', { findingId })).code).toBe('INVALID_INPUT');
    }
    for (const id of ['1', '..%2f..%2fetc%2fpasswd', '%00', "'%20or%20true"]) {
      expect([400, 404]).toContain((await doors.portal.send(`/files/evidence/${id}`, { as })).status);
    }
  });
});
