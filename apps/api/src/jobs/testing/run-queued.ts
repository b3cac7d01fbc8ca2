import { Logger, runOnce } from 'graphile-worker';
import type { TestDoors } from '../../doors/testing/test-doors.ts';
import { createLogger } from '../../log.ts';
import type { MailTools } from '../../mail/deliver-mail.ts';
import { testMailTools } from '../../mail/testing/test-mail-tools.ts';
import { JOBS } from '../jobs.ts';
import { taskListOf } from '../run-jobs.ts';

/** Does everything that waits in the queue, as the worker would, and returns when it is done. */
export async function runQueued(doors: TestDoors, mail: Partial<MailTools> = {}): Promise<void> {
  await runOnce({
    connectionString: doors.db.jobsUrl,
    taskList: taskListOf({
      db: doors.db.jobs,
      files: doors.files,
      mail: { ...testMailTools(), ...mail },
      log: createLogger((line) => doors.logged.push(line)),
      jobs: JOBS,
    }),
    logger: new Logger(() => () => undefined),
  });
}
