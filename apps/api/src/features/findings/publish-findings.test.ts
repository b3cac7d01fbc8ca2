import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { completeSetup, makeFinding, makeProject, makeReport, type TestProject } from '@sallyport/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pngOf, storeEvidence } from '../../doors/testing/evidence.ts';
import { auditRows, readValue, type SignedInPerson, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';

let doors: TestDoors;
let lead: SignedInPerson;
let project: TestProject;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  lead = await staffUser(doors, { groups: ['penetration-tester'] });
});
beforeEach(async () => {
  project = await makeProject(doors.db, { owners: [lead.account] });
});
afterAll(() => doors[Symbol.asyncDispose]());

const publish = (...findings: { id: string }[]) =>
  doors.staff.call(
    'findings.publishFindings',
    { projectId: project.id, findingIds: findings.map(({ id }) => id) },
    { as: lead.as },
  );
const unpublish = (...findings: { id: string }[]) =>
  doors.staff.call(
    'findings.unpublishFindings',
    { projectId: project.id, findingIds: findings.map(({ id }) => id), reason: 'Needs another look' },
    { as: lead.as },
  );
const references = (answer: Awaited<ReturnType<typeof publish>>) =>
  answer.data<{ rows: { id: string; reference: string }[] }>().rows.map(({ reference }) => reference);
const rowOf = async (id: string) => {
  const { rows } = await doors.db.owner.query('SELECT * FROM finding WHERE id = $1', [id]);
  return rows[0];
};
/** Copies of a file in the portal's store on disk, finished or not. */
const copiesOf = async (fileId: string) =>
  (await readdir(join(doors.filesFolder, 'portal'), { recursive: true }).catch(() => [])).filter((name) =>
    name.includes(fileId),
  );

describe('publishing', () => {
  test('references go to the most severe first, then by title; the project is shown from then on', async () => {
    const make = (title: string, severity: 'critical' | 'low') =>
      makeFinding(doors.db, project, { title, severity });
    const [low, second, first] = [
      await make('Banner', 'low'),
      await make('B second', 'critical'),
      await make('A first', 'critical'),
    ];
    const answer = await publish(low, second, first);
    expect(answer.data()).toMatchObject({
      rows: [
        { id: first.id, reference: 'F-01' },
        { id: second.id, reference: 'F-02' },
        { id: low.id, reference: 'F-03' },
      ],
    });
    expect(await rowOf(first.id)).toMatchObject({
      published_by_id: lead.account.id,
      published_at: expect.any(Date),
      first_published_at: expect.any(Date),
    });
    const shownAt = await readValue(doors, 'SELECT shown_at FROM project WHERE id = $1', [project.id]);
    expect(shownAt).toBeInstanceOf(Date);
    await publish(await make('Later', 'low'));
    expect(await readValue(doors, 'SELECT shown_at FROM project WHERE id = $1', [project.id])).toEqual(
      shownAt,
    );
  });

  test('C3: a reference and the first date stay with a finding; numbers are never used again', async () => {
    const [a, b, c] = [
      await makeFinding(doors.db, project),
      await makeFinding(doors.db, project),
      await makeFinding(doors.db, project),
    ];
    expect(references(await publish(a))).toEqual(['F-01']);
    const { first_published_at: first } = await rowOf(a.id);
    expect((await unpublish(a)).data()).toEqual({ done: true });
    expect(await rowOf(a.id)).toMatchObject({ published_at: null, reference: 1 });
    expect(references(await publish(b))).toEqual(['F-02']);
    const again = await publish(c, a);
    expect(references(again).toSorted()).toEqual(['F-01', 'F-03']);
    expect((await rowOf(a.id)).first_published_at).toEqual(first);
  });

  test('C3: two publications at once give every finding a number of its own', async () => {
    const findings = await Promise.all(Array.from({ length: 12 }, () => makeFinding(doors.db, project)));
    const answers = await Promise.all([0, 4, 8].map((at) => publish(...findings.slice(at, at + 4))));
    const numbers = answers.flatMap(references).toSorted();
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, at) => `F-${String(at + 1).padStart(2, '0')}`));
  });

  test('A11: one that is not of the project holds back all; the same twice is one', async () => {
    const own = await makeFinding(doors.db, project);
    const other = await makeFinding(doors.db, await makeProject(doors.db));
    expect((await publish(own, other)).status).toBe(404);
    expect(await rowOf(own.id)).toMatchObject({ published_at: null, reference: null });
    expect(references(await publish(own, own))).toEqual(['F-01']);
    expect((await publish(own)).code).toBe('CONFLICT');
  });

  test('L1: one row for each finding, with its reference and never its title', async () => {
    const finding = await makeFinding(doors.db, project, { title: 'Words of the finding' });
    await publish(finding);
    await unpublish(finding);
    const rows = (await auditRows(doors)).filter(({ object_id }) => object_id === finding.id);
    expect(rows).toMatchObject([
      { action: 'finding.published', actor_id: lead.account.id, after: { reference: 'F-01' } },
      { action: 'finding.unpublished', reason: 'Needs another look', before: { reference: 'F-01' } },
    ]);
    expect(JSON.stringify(rows)).not.toContain('Words of the finding');
  });
});

test('open pages of the team are told when it is done, and pages of others are not', async () => {
  const finding = await makeFinding(doors.db, project);
  const outsider = await staffUser(doors, { groups: ['penetration-tester'] });
  const own = await makeFinding(doors.db, await makeProject(doors.db, { owners: [outsider.account] }));
  const team = await doors.staff.stream('live.events', {}, { as: lead.as });
  const other = await doors.staff.stream('live.events', {}, { as: outsider.as });
  try {
    await publish(finding);
    expect(await team.next()).toMatchObject({ kind: 'finding', id: finding.id, projectId: project.id });
    await doors.staff.call(
      'instances.addInstances',
      { findingId: own.id, text: 'dc01' },
      { as: outsider.as },
    );
    expect(await other.next()).toMatchObject({ id: own.id });
  } finally {
    team.close();
    other.close();
  }
});

describe('evidence of what is published', () => {
  test('C4: evidence for the client is copied to the portal, internal evidence never', async () => {
    const finding = await makeFinding(doors.db, project);
    const shown = await storeEvidence(doors, finding, await pngOf());
    const inside = await storeEvidence(doors, finding, await pngOf(), 'INTERNAL');
    expect(await copiesOf(shown.fileId)).toEqual([]);
    await publish(finding);
    expect(await copiesOf(shown.fileId)).toHaveLength(1);
    expect(await copiesOf(inside.fileId)).toEqual([]);
    await unpublish(finding);
    expect(await copiesOf(shown.fileId)).toEqual([]);
    await publish(finding);
    expect(await copiesOf(shown.fileId)).toHaveLength(1);
  });

  test('when one copy fails nothing is published, no number is used and no file is left in the portal', async () => {
    const [good, bad] = [await makeFinding(doors.db, project), await makeFinding(doors.db, project)];
    const evidence = [
      await storeEvidence(doors, good, await pngOf()),
      await storeEvidence(doors, bad, await pngOf()),
      await storeEvidence(doors, bad, await pngOf()),
    ].toSorted((a, b) => a.fileId.localeCompare(b.fileId));
    // The last one that is copied has lost its bytes.
    await rm(doors.files.folders.INSIDE.pathOf(evidence[2]?.fileId ?? ''));
    expect((await publish(good, bad)).status).toBe(500);
    for (const { id } of [good, bad]) {
      expect(await rowOf(id)).toMatchObject({ published_at: null, reference: null });
    }
    for (const { fileId } of evidence) expect(await copiesOf(fileId)).toEqual([]);
    const { rows } = await doors.db.owner.query(
      'SELECT last_finding_number, shown_at FROM project WHERE id = $1',
      [project.id],
    );
    expect(rows).toEqual([{ last_finding_number: 0, shown_at: null }]);
    const broken = await readValue(doors, 'SELECT finding_id FROM evidence WHERE file_id = $1', [
      evidence[2]?.fileId,
    ]);
    expect(references(await publish(broken === good.id ? bad : good))).toEqual(['F-01']);
  });
});

describe('C5: what a released report tells of', () => {
  test('C5: it is not unpublished, and neither is what was asked for together with it', async () => {
    const [told, other] = [await makeFinding(doors.db, project), await makeFinding(doors.db, project)];
    await publish(told, other);
    await makeReport(doors.db, project, { findings: [told], isReleased: true });
    const refused = await unpublish(told, other);
    expect(refused).toMatchObject({ code: 'CONFLICT' });
    expect(refused.error?.userMessage).toMatch(/^F-0\d is in a report that was released/);
    expect((await rowOf(other.id)).published_at).not.toBeNull();
    const shown = await doors.staff.call('findings.getFinding', { findingId: told.id }, { as: lead.as });
    expect(shown.data()).toMatchObject({ isInReleasedReport: true });
  });

  test('C5: what only a draft tells of is', async () => {
    const finding = await makeFinding(doors.db, project);
    await publish(finding);
    await makeReport(doors.db, project, { findings: [finding] });
    expect((await unpublish(finding)).status).toBe(200);
    expect((await unpublish(finding)).code).toBe('CONFLICT');
  });
});

test('Lock: of completing and publishing at once the later one meets what the earlier one left', async () => {
  const finding = await makeFinding(doors.db, project);
  const client = await doors.db.owner.connect();
  try {
    await client.query('BEGIN');
    await client.query('UPDATE project SET completed_at = app.now() WHERE id = $1', [project.id]);
    const publishing = publish(finding);
    const waits = `SELECT count(*)::int FROM pg_locks l JOIN pg_stat_activity a USING (pid)
      WHERE NOT l.granted AND a.datname = current_database()`;
    await expect.poll(() => readValue(doors, waits)).toBe(1);
    await client.query('COMMIT');
    expect((await publishing).error?.userMessage).toContain('completed in the meantime');
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
  expect((await rowOf(finding.id)).published_at).toBeNull();
});
