import { inTransaction, Prisma, type TransactionContext, type Tx } from '@sallyport/db';
import type { RequestContext } from './context.ts';
import { inSettledTransaction } from './settle.ts';

/** Key of the advisory lock behind which all changes of access happen one after another. */
const ACCESS_LOCK = 0x5a11;

export type AccessLock = 'none' | 'shared' | 'exclusive';

/**
 * Runs one procedure call in one transaction and commits only when `work` resolves.
 *
 * A1 wants actor, target, group and memberships read under lock. One lock over all of access does that without lock
 * order or deadlock: whoever changes access holds it alone, every other mutation holds it shared, so that nobody's
 * permissions change between its check and its commit. Queries take none.
 */
export function runCall<Result>(
  context: RequestContext,
  lock: AccessLock,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return inSettledTransaction(context.door.db, contextOf(context), async (tx) => {
    if (lock === 'exclusive') await tx.$executeRaw(Prisma.sql`select pg_advisory_xact_lock(${ACCESS_LOCK})`);
    if (lock === 'shared')
      await tx.$executeRaw(Prisma.sql`select pg_advisory_xact_lock_shared(${ACCESS_LOCK})`);
    return work(tx);
  });
}

/** Runs work that must stay whatever becomes of the call (counting an attempt), in a short transaction of its own. */
export function runApart<Result>(
  context: RequestContext,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return inTransaction(context.door.db, contextOf(context), work);
}

/** What the database is told of a request: the raw session secret and from where it came. */
function contextOf({ secret, address, requestId }: RequestContext): TransactionContext {
  return { session: secret, address, requestId };
}
