import { type Database, readChainEnd } from '@sallyport/db';
import { checkpointText, readCheckpoint, signPlace } from '../audit/chain.ts';
import { readAuditKeys, type Transaction } from '../audit/seal-entries.ts';
import { type ChainProblem, type ChainReport, verifyChain } from '../audit/verify-chain.ts';
import type { Sealer } from '../secrets/sealer.ts';
import { inSettledTransaction } from '../trpc/settle.ts';
import { AdminError } from './admin-error.ts';
import { inCommand } from './record.ts';

const transactionOf =
  (db: Database): Transaction =>
  (work) =>
    inSettledTransaction(db, { session: null, requestId: 'audit-chain' }, work);

const NOTHING_SEALED =
  'Nothing is sealed yet. The chain begins some seconds after Sallyport has started for the first time.';

/** L2: verifies the audit log and says so in words. @throws AdminError that names every entry with a problem */
export async function verifyAudit(db: Database, sealer: Sealer, checkpoint: string | null): Promise<string> {
  const outside = checkpoint === null ? null : readCheckpoint(checkpoint);
  if (checkpoint !== null && outside === null) {
    throw new AdminError(
      '--checkpoint takes the line that `audit checkpoint` or the log gave: NUMBER.TAG.SIGNATURE.',
    );
  }
  const transaction = transactionOf(db);
  const keys = await transaction((tx) => readAuditKeys(tx, sealer));
  if (keys === null) throw new AdminError(NOTHING_SEALED);
  const report = await verifyChain(transaction, keys, outside === null ? [] : [outside]);
  await inCommand(db, (_tx, record) =>
    record({
      action: 'audit.verified',
      objectType: 'installation',
      after: { entries: report.verified, problems: report.problems.length },
    }),
  );
  if (report.problems.length > 0) throw new AdminError(problemLines(report));
  const waiting = report.waiting === 0 ? '' : ` ${report.waiting} more wait for their seal.`;
  return `  The audit log is whole: ${report.verified} entries, each as it was written.${waiting}\n`;
}

/** The end of the chain, signed, in one word. @throws AdminError while nothing is sealed */
export function takeCheckpoint(db: Database, sealer: Sealer): Promise<string> {
  return transactionOf(db)(async (tx) => {
    const [keys, end] = [await readAuditKeys(tx, sealer), await readChainEnd(tx)];
    if (keys === null || end === null) throw new AdminError(NOTHING_SEALED);
    return checkpointText({ ...end, signature: signPlace(keys, end) });
  });
}

function problemLines({ problems, verified }: ChainReport): string {
  const lines = problems.map((problem) => `  - ${wordsFor(problem)}`);
  return `The audit log was changed. ${verified} entries hold; these do not:\n${lines.join('\n')}\n`;
}

function wordsFor(problem: ChainProblem): string {
  switch (problem.kind) {
    case 'edited':
      return `entry ${problem.seq} is not what was written, or stands in another place`;
    case 'removed':
      return `entry ${problem.seq} was removed`;
    case 'inserted':
      return `entry ${problem.seq} was inserted past Sallyport`;
    case 'gap':
      return `seals ${problem.from} to ${problem.to} are missing, and what they covered may be`;
    case 'cut':
      return `the log ends at seal ${problem.ends}; seal ${problem.position} was there when the checkpoint was made`;
    case 'other-chain':
      return `seal ${problem.position} is not the one of the checkpoint: an older copy was continued, or this is another log`;
    case 'foreign-checkpoint':
      return `the checkpoint at seal ${problem.position} was not signed by this installation`;
  }
}
