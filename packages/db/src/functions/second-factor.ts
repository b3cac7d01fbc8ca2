import type { Audience } from '@sallyport/contracts/common';
import type { Tx } from '../client.ts';
import { schemaOf } from './schema-of.ts';
import type { SessionToOpen } from './sign-in.ts';

/** A counted try of the second step. */
export interface FactorAttempt {
  attemptId: string;
  accountId: string;
  /** False: throttled. Finishing it anyway yields null. */
  isAllowed: boolean;
  /** The seed of the authenticator app; null without one. */
  sealedSeed: Uint8Array<ArrayBuffer> | null;
  /** The database's clock. */
  at: Date;
}

/** Somebody who is through, and whether on a device that the account did not know. */
export interface Entered {
  accountId: string;
  isNewDevice: boolean;
}

/** Counts a try of a pending sign-in, one of five. Null when nothing is pending. Commit it apart, as at sign-in. */
export async function beginFactor(
  tx: Tx,
  audience: Audience,
  input: { pendingSecret: string; deviceSecret: string | null; address: string | null },
): Promise<FactorAttempt | null> {
  const rows = await tx.$queryRaw<FactorAttempt[]>`
    SELECT attempt_id AS "attemptId", account_id AS "accountId", is_allowed AS "isAllowed",
      sealed_seed AS "sealedSeed", at
    FROM ${schemaOf(audience)}.begin_factor(${input.pendingSecret}, ${input.deviceSecret}, ${input.address}::inet)`;
  return rows[0] ?? null;
}

/**
 * Presents the step of a code, or the hash of a recovery code; each works once (S5). Null: refused; commit in both cases.
 */
export async function finishFactor(
  tx: Tx,
  audience: Audience,
  input: SessionToOpen & {
    pendingSecret: string;
    attemptId: string;
    /** Null: the code was wrong. */
    step: number | null;
    /** The opened seed, which proves that somebody compared the code who could. */
    seed: Uint8Array<ArrayBuffer> | null;
    codeHash: Uint8Array<ArrayBuffer> | null;
  },
): Promise<Entered | null> {
  const rows = await tx.$queryRaw<Entered[]>`
    SELECT account_id AS "accountId", is_new_device AS "isNewDevice"
    FROM ${schemaOf(audience)}.finish_factor(${input.pendingSecret}, ${input.attemptId}::uuid, ${input.step}::bigint,
      ${input.seed}::bytea, ${input.codeHash}::bytea, ${input.sessionId}::uuid, ${input.secret}, ${input.deviceSecret}, ${input.userAgent},
      ${input.requestId})`;
  return rows[0] ?? null;
}
