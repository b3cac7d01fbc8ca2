import { createTestDatabase, type TestDatabase } from '@sallyport/testing';
import { Logger, runOnce } from 'graphile-worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { constraintOf } from './database-error.ts';
import { enqueue, installJobs } from './jobs.ts';
import { asDoor } from './test-support/doors.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db[Symbol.asyncDispose]());

/** Runs what waits, as the jobs' role. Returns the payloads in the order in which they came. */
async function work(): Promise<unknown[]> {
  const done: unknown[] = [];
  await runOnce({
    connectionString: db.jobsUrl,
    logger: new Logger(() => () => {}),
    noHandleSignals: true,
    taskList: { 'render-report': async (payload) => void done.push(payload) },
  });
  return done;
}

test('work that staff ask for is done by the jobs role, once, and only if the transaction commits', async () => {
  const failed = asDoor(db, 'STAFF', null, async (tx) => {
    await enqueue(tx, 'render-report', { reportId: 'never' });
    throw new Error('changed my mind');
  });
  await expect(failed).rejects.toThrow('changed my mind');
  await asDoor(db, 'STAFF', null, async (tx) => {
    await enqueue(tx, 'render-report', { reportId: 'first' }, 'report:1');
    await enqueue(tx, 'render-report', { reportId: 'second' }, 'report:1');
  });
  expect(await work()).toEqual([{ reportId: 'second' }]);
  expect(await work()).toEqual([]);
});

test('no other task can be asked for, and the portal can ask for none', async () => {
  const unknown = asDoor(
    db,
    'STAFF',
    null,
    (tx) => tx.$queryRaw`SELECT app.enqueue('drop-everything', '{}'::jsonb, NULL)::text`,
  );
  expect(constraintOf(await unknown.catch((error: unknown) => error))).toBe('job_task_known');
  await expect(asDoor(db, 'CUSTOMER', null, (tx) => enqueue(tx, 'render-report', {}))).rejects.toThrow(
    /permission denied/,
  );
});

test('neither door reaches the queue itself', async () => {
  for (const door of ['STAFF', 'CUSTOMER'] as const) {
    for (const sql of [
      'SELECT 1 FROM graphile_worker._private_jobs',
      'SELECT 1 FROM graphile_worker.jobs',
      `SELECT graphile_worker.add_job('render-report')::text`,
    ]) {
      await expect(
        asDoor(db, door, null, (tx) => tx.$queryRawUnsafe(sql)),
        sql,
      ).rejects.toThrow(/permission denied/);
    }
  }
});

test('installing again, twice at once, changes nothing', async () => {
  await Promise.all([installJobs(db.ownerUrl), installJobs(db.ownerUrl)]);
  await asDoor(db, 'STAFF', null, (tx) => enqueue(tx, 'render-report', { reportId: 'third' }));
  expect(await work()).toEqual([{ reportId: 'third' }]);
});
