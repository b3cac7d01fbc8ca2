import type { Tx } from './client.ts';
import { Prisma } from './generated/client.ts';
import { withClient } from './owner-client.ts';
import { DEFINER_ROLE, ROLE } from './roles.ts';

/** What the worker can be asked to do; the database refuses any other name (constraint job_task_known). */
export type JobTask =
  | 'import-scan'
  | 'apply-import'
  | 'render-report'
  | 'purge-sign-in-attempts'
  | 'send-mail'
  | 'report-not-me';

/** The schema that graphile-worker keeps its queue in. */
const JOBS_SCHEMA = 'graphile_worker';

/** Held while installing, so that two processes that start at once do it one after the other. */
const LOCK_KEY = 5264892;

/** What graphile-worker's tables let the worker's role and the enqueuing function do; it turns row-level security on itself. */
const GRANTS = `
  GRANT USAGE ON SCHEMA ${JOBS_SCHEMA} TO ${ROLE.jobs}, ${DEFINER_ROLE};
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${JOBS_SCHEMA} TO ${ROLE.jobs};
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${JOBS_SCHEMA} TO ${ROLE.jobs}, ${DEFINER_ROLE};
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${JOBS_SCHEMA} TO ${ROLE.jobs}, ${DEFINER_ROLE};
  DO $$
  DECLARE
    v_table text;
  BEGIN
    FOR v_table IN SELECT tablename FROM pg_tables WHERE schemaname = '${JOBS_SCHEMA}' LOOP
      EXECUTE format('ALTER TABLE ${JOBS_SCHEMA}.%I ENABLE ROW LEVEL SECURITY', v_table);
      EXECUTE format('DROP POLICY IF EXISTS jobs_all ON ${JOBS_SCHEMA}.%I', v_table);
      EXECUTE format('CREATE POLICY jobs_all ON ${JOBS_SCHEMA}.%I TO ${ROLE.jobs} USING (true) WITH CHECK (true)', v_table);
    END LOOP;
    FOREACH v_table IN ARRAY ARRAY['_private_jobs', '_private_job_queues', '_private_tasks'] LOOP
      EXECUTE format('GRANT SELECT, INSERT, UPDATE ON ${JOBS_SCHEMA}.%I TO ${DEFINER_ROLE}', v_table);
      EXECUTE format('DROP POLICY IF EXISTS definer_enqueues ON ${JOBS_SCHEMA}.%I', v_table);
      EXECUTE format('CREATE POLICY definer_enqueues ON ${JOBS_SCHEMA}.%I TO ${DEFINER_ROLE} USING (true) WITH CHECK (true)', v_table);
    END LOOP;
  END
  $$`;

/**
 * Installs the queue, or brings it to this version, as the owner: after `migrate`, at every start of a process that
 * migrates. The worker itself then finds everything done and needs no right to create anything.
 */
export function installJobs(ownerUrl: string): Promise<void> {
  return withClient(ownerUrl, async (client) => {
    // Loaded here alone: doors neither install nor run jobs.
    const { Logger, runMigrations } = await import('graphile-worker');
    await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]);
    await runMigrations({
      connectionString: ownerUrl,
      schema: JOBS_SCHEMA,
      logger: new Logger(() => () => {}),
    });
    await client.query(GRANTS);
  });
}

/**
 * Asks the worker for something, in the same transaction as what it is about. A second call with the same `key` replaces
 * the first while that one waits. Staff's role alone may. Tried three times at most.
 */
export async function enqueue(
  tx: Tx,
  task: JobTask,
  payload: Prisma.InputJsonObject,
  key: string | null = null,
): Promise<void> {
  await tx.$queryRaw(
    Prisma.sql`select app.enqueue(${task}, ${JSON.stringify(payload)}::jsonb, ${key})::text`,
  );
}
