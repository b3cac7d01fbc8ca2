import type { Database, Tx } from '@sallyport/db';
import { parseCronItems, Logger as QueueLogger, run, type TaskList } from 'graphile-worker';
import type { FileStore } from '../files/file-store.ts';
import type { Logger } from '../log.ts';
import type { MailTools } from '../mail/deliver-mail.ts';
import { inSettledTransaction } from '../trpc/settle.ts';
import type { Job, JobContext } from './define-job.ts';
import { principalOf } from './job-principal.ts';

export interface WorkerOptions {
  /** URL of the jobs role: the queue listens on a connection of its own. */
  connectionString: string;
  /** Under the jobs role. */
  db: Database;
  files: FileStore;
  mail: MailTools;
  log: Logger;
  jobs: readonly Job[];
}

const CONCURRENCY = 2;
/** Jobs in hand may go on for this long when the process is asked to stop; then their signal aborts. */
const GRACE_MS = 5_000;

/** Works on the queue until stopped. Jobs in hand when it stops end first, or are tried again by the next worker. */
export async function runJobs({ connectionString, ...options }: WorkerOptions): Promise<{
  stop(): Promise<void>;
}> {
  const taskList = taskListOf(options);
  const { log, jobs } = options;
  const nightly = jobs.flatMap(({ name, cron }) =>
    cron === null ? [] : [{ task: name, match: cron, identifier: name, options: { maxAttempts: 3 } }],
  );
  const runner = await run({
    connectionString,
    taskList,
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: GRACE_MS,
    parsedCronItems: parseCronItems(nightly),
    logger: queueLogger(log),
  });
  // Rejects when the queue gives up; the process goes on serving and says so.
  runner.promise.catch((error: unknown) => log.error('the queue stopped', { error: describe(error) }));
  return { stop: () => runner.stop() };
}

/** The jobs as the queue calls them. */
export function taskListOf({
  db,
  files,
  mail,
  log,
  jobs,
}: Omit<WorkerOptions, 'connectionString'>): TaskList {
  const taskList: TaskList = {};
  for (const job of jobs) {
    taskList[job.name] = async (payload, { job: row, abortSignal }) => {
      const requestId = `job-${row.id}`;
      const isLastAttempt = row.attempts >= row.max_attempts;
      const signal = abortSignal ?? new AbortController().signal;
      const context = jobContext({ db, files, mail, log, requestId, isLastAttempt, signal });
      try {
        await job.run(payload, context);
      } catch (error) {
        log.error('job failed', { job: job.name, requestId, attempt: row.attempts, error: describe(error) });
        // The queue keeps the message of an error: not one that may quote what was read.
        throw new Error('see the log');
      }
    };
  }
  return taskList;
}

interface ContextOptions {
  db: Database;
  files: FileStore;
  mail: MailTools;
  log: Logger;
  requestId: string;
  isLastAttempt: boolean;
  signal: AbortSignal;
}

const PROGRESS_EVERY_MS = 400;

/** What one run of a job may use. */
export function jobContext({
  db,
  files,
  mail,
  log,
  requestId,
  isLastAttempt,
  signal,
}: ContextOptions): JobContext {
  let nextProgressAt = 0;
  const transaction = <Result>(work: (tx: Tx) => Promise<Result>) =>
    inSettledTransaction(db, { session: null, requestId }, work);
  return {
    files,
    mail,
    log,
    requestId,
    isLastAttempt,
    signal,
    transaction,
    principalOf,
    async progress(write) {
      if (performance.now() < nextProgressAt) return;
      await transaction(write);
      nextProgressAt = performance.now() + PROGRESS_EVERY_MS;
    },
  };
}

function queueLogger(log: Logger): QueueLogger {
  return new QueueLogger(() => (level, message) => {
    if (level === 'error') log.error('queue', { message });
    if (level === 'warning') log.warn('queue', { message });
  });
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message.split('\n').at(-1)}` : typeof error;
}
