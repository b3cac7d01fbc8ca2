import { type Database, inTransaction } from '@sallyport/db';
import { countTokenFailure } from '@sallyport/db/identity';
import type { RequestContext } from './context.ts';

/** Counts a failure of a token by its address, on a connection of its own: the refused call is rolled back. */
export type CountTokenFailure = (request: Pick<RequestContext, 'address' | 'requestId'>) => Promise<boolean>;

/** False beyond the limit (S4). */
export function createTokenFailureCounter(db: Database): CountTokenFailure {
  return ({ address, requestId }) =>
    inTransaction(db, { session: null, requestId }, (tx) => countTokenFailure(tx, address));
}
