import type { Database, Tx } from '@sallyport/db';
import { keepSealing } from '../audit/keep-sealing.ts';
import type { FileStore } from '../files/file-store.ts';
import { sweepFiles } from '../files/sweep-files.ts';
import { JOBS } from '../jobs/jobs.ts';
import { runJobs } from '../jobs/run-jobs.ts';
import type { Logger } from '../log.ts';
import type { MailTools } from '../mail/deliver-mail.ts';
import { inSettledTransaction } from '../trpc/settle.ts';
import type { Undo } from './undo.ts';

/** Works on the queue, seals the audit log, and first puts right what killed processes left among the files. */
export async function startWorker({
  url,
  db,
  files,
  mail,
  log,
  undo,
}: {
  url: string;
  db: Database;
  files: FileStore;
  mail: MailTools;
  log: Logger;
  undo: Undo;
}): Promise<void> {
  const worker = await runJobs({ connectionString: url, db, files, mail, log, jobs: JOBS });
  undo.add(() => worker.stop());
  const sealing = keepSealing({
    transaction: (work) => inSettledTransaction(db, { session: null, requestId: 'audit-chain' }, work),
    sealer: mail.sealers.STAFF,
    log,
  });
  undo.add(() => sealing.stop());
  const report = (error: unknown) => log.warn('files could not be swept', { error: String(error) });
  const apart = <Result>(work: (tx: Tx) => Promise<Result>) =>
    inSettledTransaction(db, { session: null, requestId: 'sweep-files' }, work);
  void sweepFiles(apart, files).catch(report);
}
