import type { Database, Tx } from './client.ts';

export interface TransactionContext {
  /** Raw session secret, which the portal's policies prove for themselves; null = nobody. */
  session: string | null;
  /** From where the request came, for the address rules (S9); absent = not known, which passes none of them. */
  address?: string;
  requestId: string;
}

/**
 * The pool must give up before Prisma does: a connection that it hands over to a caller who has gone is never given
 * back, and a few of these leave a process without any.
 */
const POOL_REFUSES_FIRST_MS = 3_000;

/**
 * Runs `fn` in one READ COMMITTED transaction: commits when it resolves, rolls back when it rejects. The first statement
 * sets the context and the timeouts for this transaction alone, so that it works behind a transaction pooler too.
 * Errors of deferred constraints surface here, at COMMIT; `constraintOf` names them.
 */
export function inTransaction<Result>(
  db: Database,
  context: TransactionContext,
  fn: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  const { statementMs, lockMs, transactionMs, connectMs } = db.timeouts;
  return db.prisma.$transaction(
    async (tx) => {
      await tx.$queryRaw`select set_config('app.session', ${context.session ?? ''}, true), set_config('app.address', ${context.address ?? ''}, true), set_config('app.request_id', ${context.requestId}, true), set_config('statement_timeout', ${String(statementMs)}, true), set_config('lock_timeout', ${String(lockMs)}, true)`;
      // Prisma's type of the transaction's client forgets which columns are omitted.
      return fn(tx as unknown as Tx);
    },
    { maxWait: connectMs + POOL_REFUSES_FIRST_MS, timeout: transactionMs },
  );
}
