import type { Audience } from '@sallyport/contracts/common';
import type { Tx } from '../client.ts';
import { schemaOf } from './schema-of.ts';
import type { SessionMethod } from './session.ts';

/** A live session as its owner sees it. `id` is the public one. */
export interface OwnSession {
  id: string;
  isCurrent: boolean;
  createdAt: Date;
  lastUsedAt: Date;
  address: string | null;
  userAgent: string | null;
  method: SessionMethod;
}

/** Live sessions of whoever the transaction's session proves: the present one, then the last used first. */
export async function ownSessions(tx: Tx, audience: Audience): Promise<OwnSession[]> {
  return tx.$queryRaw<OwnSession[]>`
    SELECT id, is_current AS "isCurrent", created_at AS "createdAt", last_used_at AS "lastUsedAt", address,
      user_agent AS "userAgent", method
    FROM ${schemaOf(audience)}.own_sessions()`;
}

/** Ends one other session of one's own, or with null all others. Returns how many ended. */
export async function endOwnSessions(
  tx: Tx,
  audience: Audience,
  input: { sessionId: string | null; requestId: string },
): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    SELECT ${schemaOf(audience)}.end_own_sessions(${input.sessionId}::uuid, ${input.requestId}) AS count`;
  return rows[0]?.count ?? 0;
}

export interface SignInSummaryRecord {
  lastAt: Date | null;
  lastAddress: string | null;
  failures: number;
  failedAt: Date | null;
  failedAddress: string | null;
}

/** S4: the sign-in before this one, and what failed in between. Null without a live session. */
export async function signInSummary(tx: Tx, audience: Audience): Promise<SignInSummaryRecord | null> {
  const rows = await tx.$queryRaw<SignInSummaryRecord[]>`
    SELECT last_at AS "lastAt", last_address AS "lastAddress", failures, failed_at AS "failedAt",
      failed_address AS "failedAddress"
    FROM ${schemaOf(audience)}.sign_in_summary()`;
  return rows[0] ?? null;
}
