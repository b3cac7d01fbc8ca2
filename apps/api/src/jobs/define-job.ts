import type { Principal } from '@sallyport/access';
import type { Tx } from '@sallyport/db';
import type { z } from 'zod';
import type { FileStore } from '../files/file-store.ts';
import type { Logger } from '../log.ts';
import type { MailTools } from '../mail/deliver-mail.ts';

/** What a job may use. It runs under the database role of jobs, with nobody's session. */
export interface JobContext {
  files: FileStore;
  mail: MailTools;
  log: Logger;
  /** Names this run in the log and the audit. */
  requestId: string;
  /** Nobody tries again after this run: say what went wrong where people see it. */
  isLastAttempt: boolean;
  /** Aborts when the process stops: give up, the job runs again later. */
  signal: AbortSignal;
  /** One transaction, whose files settle with it; keep it short. */
  transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** Who asked for the work, as he is now: decide() again, for much may have changed since. Null when he is gone. */
  principalOf(tx: Tx, accountId: string): Promise<Principal | null>;
  /** Writes progress in a transaction of its own, a few times a second at most; calls in between are left out. */
  progress(write: (tx: Tx) => Promise<void>): Promise<void>;
}

/** A kind of work by its name in the queue. */
export interface Job {
  readonly name: string;
  /** When it runs by itself, as a crontab line in UTC; null when it is asked for. */
  readonly cron: string | null;
  readonly run: (payload: unknown, context: JobContext) => Promise<void>;
}

/** A job whose payload is checked before it runs. What it throws is logged and tried again, three times in all. */
export function defineJob<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  handler: (payload: z.output<Schema>, context: JobContext) => Promise<void>,
): Job {
  return { name, cron: null, run: async (payload, context) => handler(schema.parse(payload), context) };
}

/** A job that runs by itself. `cron` is a crontab line in UTC. */
export function defineNightly(
  name: string,
  cron: string,
  handler: (context: JobContext) => Promise<void>,
): Job {
  return { name, cron, run: (_payload, context) => handler(context) };
}
