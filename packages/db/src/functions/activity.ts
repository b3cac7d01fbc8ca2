import type { Audience } from '@sallyport/contracts/common';
import type { Tx } from '../client.ts';
import { readCursor, writeCursor } from '../keyset/cursor.ts';
import type { Page } from '../keyset/keyset.ts';
import { schemaOf } from './schema-of.ts';

/** One thing that the caller did, or that happened to the caller's account. */
interface OwnActivityRecord {
  seq: string;
  at: Date;
  door: string;
  action: string;
  outcome: 'ALLOWED' | 'REFUSED' | 'FAILED';
  isOwn: boolean;
  address: string | null;
  changed: string[];
  occurrences: number;
}

const ORDER = { field: 'seq', direction: 'desc', type: 'bigint', idType: 'bigint' } as const;
const NEWEST = '9223372036854775807';

/** The activity of whoever the transaction's session proves, latest first, in one statement. @throws InvalidCursor */
export async function listOwnActivity(
  tx: Tx,
  audience: Audience,
  query: { actions: readonly string[]; cursor?: string | undefined; limit: number },
): Promise<Page<OwnActivityRecord>> {
  const before = query.cursor ? readCursor(ORDER, query.cursor).id : NEWEST;
  const rows = await tx.$queryRaw<OwnActivityRecord[]>`
    SELECT seq::text, at, door, action, outcome, is_own AS "isOwn", address, changed, occurrences
    FROM ${schemaOf(audience)}.my_activity(${[...query.actions]}::text[], ${before}::bigint, ${query.limit + 1}::int)`;
  const kept = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? kept.at(-1) : undefined;
  return { rows: kept, nextCursor: last ? writeCursor(ORDER, { value: last.seq, id: last.seq }) : null };
}
