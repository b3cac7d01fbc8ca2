import { announce, enqueue, inTransaction, Prisma } from '@sallyport/db';
import { createTestDatabase, makeProject, makeStaff, type TestDatabase } from '@sallyport/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { FileStore } from '../files/file-store.ts';
import { createLogger } from '../log.ts';
import { testMailTools } from '../mail/testing/test-mail-tools.ts';
import { defineJob, type Job, type JobContext } from './define-job.ts';
import { jobContext, runJobs } from './run-jobs.ts';

let db: TestDatabase;
let logged: string[];
const mail = testMailTools();
const files = new FileStore({ folder: '/nonexistent', keys: { INSIDE: null, PORTAL: Buffer.alloc(32) } });
beforeEach(async () => {
  db = await createTestDatabase();
  logged = [];
});
afterEach(() => db[Symbol.asyncDispose]());

const log = createLogger((line) => logged.push(line));
const start = (jobs: readonly Job[]) =>
  runJobs({ connectionString: db.jobsUrl, db: db.jobs, files, mail, log, jobs });
const ask = (payload: Prisma.InputJsonObject) =>
  inTransaction(db.staff, { session: null, requestId: 'test' }, (tx) =>
    enqueue(tx, 'render-report', payload),
  );

/** A job that hands each run to whoever waits for one. */
function observed() {
  const runs: ((value: { number: number; context: JobContext }) => void)[] = [];
  const job = defineJob(
    'render-report',
    z.strictObject({ number: z.number() }),
    async ({ number }, context) => {
      runs.shift()?.({ number, context });
    },
  );
  const next = () => new Promise<{ number: number; context: JobContext }>((resolve) => runs.push(resolve));
  return { job, next };
}

describe('jobs', () => {
  test('run with their payload once it was committed, under the role of jobs', async () => {
    const { job, next } = observed();
    const worker = await start([job]);
    const ran = next();
    await ask({ number: 7 });
    const { number, context } = await ran;
    expect(number).toBe(7);
    const role = await context.transaction((tx) => tx.$queryRaw(Prisma.sql`select current_user::text as me`));
    expect(role).toEqual([{ me: 'sallyport_jobs' }]);
    await worker.stop();
  });

  test('are not run when the asking was rolled back, nor with a payload that is none', async () => {
    const { job, next } = observed();
    const ran = next();
    await inTransaction(db.staff, { session: null, requestId: 'test' }, async (tx) => {
      await enqueue(tx, 'render-report', { number: 1 });
      throw new Error('refused');
    }).catch(() => undefined);
    await ask({ number: 'secret text' });
    await ask({ number: 2 });
    const worker = await start([job]);
    expect((await ran).number).toBe(2);
    await worker.stop();
    const { rows } = await db.owner.query(`SELECT last_error FROM graphile_worker.jobs`);
    expect(rows).toEqual([{ last_error: expect.stringContaining('see the log') }]);
    expect(JSON.stringify(rows) + logged.join()).not.toContain('secret text');
  });

  test('know who asked for them, as he is now', async () => {
    const account = await makeStaff(db, { groups: ['manager'] });
    const context = jobContext({
      db: db.jobs,
      files,
      mail,
      log,
      requestId: 'job-1',
      isLastAttempt: false,
      signal: AbortSignal.timeout(9_000),
    });
    const principal = () => context.transaction((tx) => context.principalOf(tx, account.id));
    expect(await principal()).toMatchObject({ account: { id: account.id, status: 'ACTIVE' } });
    await db.owner.query(`UPDATE account SET status = 'INACTIVE' WHERE id = $1`, [account.id]);
    expect(await principal()).toMatchObject({ account: { status: 'INACTIVE' } });
    expect(await context.transaction((tx) => context.principalOf(tx, crypto.randomUUID()))).toBeNull();
  });

  test('write progress a few times a second at most, and may announce it', async () => {
    const project = await makeProject(db);
    const context = jobContext({
      db: db.jobs,
      files,
      mail,
      log,
      requestId: 'job-1',
      isLastAttempt: false,
      signal: AbortSignal.timeout(9_000),
    });
    let written = 0;
    for (let at = 0; at < 100; at += 1) {
      await context.progress(async (tx) => {
        written += 1;
        await announce(tx, { kind: 'project', id: project.id, projectId: project.id });
      });
    }
    expect(written).toBeGreaterThanOrEqual(1);
    expect(written).toBeLessThan(5);
  });
});
