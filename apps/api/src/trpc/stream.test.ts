import { announce, inTransaction } from '@sallyport/db';
import { completeSetup, makeImport, makeProject, type TestProject } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readValue, type SignedInPerson, staffUser } from '../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../doors/testing/test-doors.ts';

let doors: TestDoors;
let lead: SignedInPerson;
let other: SignedInPerson;
let project: TestProject;
let projectId: string;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  lead = await staffUser(doors, { groups: ['penetration-tester'] });
  other = await staffUser(doors, { groups: ['penetration-tester'] });
  project = await makeProject(doors.db, { owners: [lead.account] });
  projectId = project.id;
});
afterAll(() => doors[Symbol.asyncDispose]());

const listen = (as: { secret: string } | null) => doors.staff.stream('live.events', {}, { as });
const tell = (kind: 'finding' | 'import' | 'project', id: string, inProject = projectId) =>
  inTransaction(doors.db.staff, { session: null, requestId: 'test' }, (tx) =>
    announce(tx, { kind, id, projectId: inProject }),
  );

describe('live events', () => {
  test('reach who may see the project, and nobody else', async () => {
    const [mine, theirs] = [await listen(lead.as), await listen(other.as)];
    const own = await makeProject(doors.db, { owners: [other.account] });
    await tell('project', projectId);
    await tell('project', own.id, own.id);
    expect(await mine.next()).toMatchObject({ kind: 'project', projectId, progress: null, state: null });
    expect(await theirs.next()).toMatchObject({ kind: 'project', projectId: own.id });
    mine.close();
    theirs.close();
  });

  test('tell how far a job is, as it is when they are sent', async () => {
    const stream = await listen(lead.as);
    const { id } = await makeImport(doors.db, project);
    await doors.db.owner.query(
      `UPDATE scan_import SET state = 'READING', progress_done = 3, progress_total = 10 WHERE id = $1`,
      [id],
    );
    await tell('import', id);
    expect(await stream.next()).toMatchObject({
      kind: 'import',
      id,
      progress: { done: 3, total: 10 },
      state: 'READING',
    });
    stream.close();
  });

  test('say nothing of what was rolled back', async () => {
    const stream = await listen(lead.as);
    await inTransaction(doors.db.staff, { session: null, requestId: 'test' }, async (tx) => {
      await announce(tx, { kind: 'finding', id: crypto.randomUUID(), projectId });
      throw new Error('refused');
    }).catch(() => undefined);
    await tell('project', projectId);
    expect(await stream.next()).toMatchObject({ kind: 'project' });
    stream.close();
  });

  test('need a session', async () => {
    for (const as of [null, { secret: 'A'.repeat(43) }]) {
      const stream = await listen(as);
      expect(await stream.next()).toMatchObject({ error: { data: { code: 'UNAUTHENTICATED' } } });
      expect(await stream.next()).toBeNull();
    }
  });

  test('S6: do not extend the session', async () => {
    const { as } = await staffUser(doors);
    await doors.db.owner.query(
      `UPDATE session SET last_used_at = app.now() - interval '5 minutes' WHERE id = $1`,
      [as.id],
    );
    const lastUse = () => readValue(doors, 'SELECT last_used_at FROM session WHERE id = $1', [as.id]);
    const before = await lastUse();
    const stream = await listen(as);
    await tell('project', projectId);
    expect(await lastUse()).toEqual(before);
    stream.close();
  });

  test('S7: end within five seconds of the session, and say why', async () => {
    const { account, as } = await staffUser(doors);
    const stream = await listen(as);
    await doors.db.owner.query(`UPDATE account SET status = 'INACTIVE' WHERE id = $1`, [account.id]);
    const since = performance.now();
    expect(await stream.next()).toMatchObject({ error: { data: { code: 'UNAUTHENTICATED' } } });
    expect(await stream.next()).toBeNull();
    expect(performance.now() - since).toBeLessThan(5_000);
  });

  test('of nine streams of one session one is refused', async () => {
    const { as } = await staffUser(doors);
    const streams = await Promise.all(Array.from({ length: 9 }, () => listen(as)));
    // Which of them comes last is chance: one is refused, and the others have nothing to say.
    const first = await Promise.race(streams.map((stream) => stream.next()));
    expect(first).toMatchObject({ error: { data: { code: 'THROTTLED' } } });
    for (const stream of streams) stream.close();
  });
});
