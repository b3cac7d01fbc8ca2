import { type Database, inTransaction, type TransactionContext, type Tx } from '@sallyport/db';

interface Steps {
  committed: (() => Promise<void>)[];
  rolledBack: (() => Promise<void>)[];
}

// Kept beside the transaction and not in it: files are no part of the database, so they follow once it has decided.
const stepsOf = new WeakMap<Tx, Steps>();

function steps(tx: Tx): Steps {
  const found = stepsOf.get(tx) ?? { committed: [], rolledBack: [] };
  stepsOf.set(tx, found);
  return found;
}

/** Runs `step` after the transaction committed. A failure changes nothing that was committed, so it is swallowed. */
export function onCommit(tx: Tx, step: () => Promise<void>): void {
  steps(tx).committed.push(step);
}

/** Runs `step` after the transaction was rolled back. */
export function onRollback(tx: Tx, step: () => Promise<void>): void {
  steps(tx).rolledBack.push(step);
}

/** `inTransaction` that also runs what was left with `onCommit` and `onRollback`, before it resolves or rejects. */
export async function inSettledTransaction<Result>(
  db: Database,
  context: TransactionContext,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  let seen: Tx | null = null;
  try {
    const result = await inTransaction(db, context, (tx) => {
      seen = tx;
      return work(tx);
    });
    await settle(seen, 'committed');
    return result;
  } catch (error) {
    await settle(seen, 'rolledBack');
    throw error;
  }
}

async function settle(tx: Tx | null, end: keyof Steps): Promise<void> {
  const found = tx && stepsOf.get(tx);
  if (!tx || !found) return;
  stepsOf.delete(tx);
  for (const step of found[end]) await step().catch(() => undefined);
}
