import type { Audience } from '@sallyport/contracts/common';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { schemaOf } from './schema-of.ts';

/**
 * A counted attempt to present a password. `salt` and the parameters are null for unknown identifiers, accounts without
 * a password and refused attempts: hash with the defaults and a random salt then, so that all take as long (S1).
 */
export interface Attempt {
  attemptId: string;
  accountId: string | null;
  /** False: throttled. Finishing it anyway yields null. */
  isAllowed: boolean;
  salt: Uint8Array<ArrayBuffer> | null;
  memoryKib: number | null;
  iterations: number | null;
  parallelism: number | null;
  pepperVersion: number | null;
}

const ATTEMPT = Prisma.sql`attempt_id AS "attemptId", account_id AS "accountId", is_allowed AS "isAllowed", salt,
  memory_kib AS "memoryKib", iterations, parallelism, pepper_version AS "pepperVersion"`;

/** Counts an attempt (S4). Run it in a transaction of its own and commit before hashing. */
export async function beginSignIn(
  tx: Tx,
  audience: Audience,
  input: { identifier: string; address: string | null; deviceSecret?: string | null },
): Promise<Attempt> {
  const rows = await tx.$queryRaw<Attempt[]>`
    SELECT ${ATTEMPT} FROM ${schemaOf(audience)}.begin_sign_in(${input.identifier}, ${input.address}::inet,
      ${input.deviceSecret ?? null})`;
  const [attempt] = rows;
  if (!attempt) throw new Error('begin_sign_in returned no attempt.');
  return attempt;
}

/** S4: counts a try with a link or a reset, by address and subject. False when there were too many. */
export async function countTry(
  tx: Tx,
  audience: Audience,
  input: { kind: 'LINK' | 'RESET'; subject: string; address: string | null },
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ isAllowed: boolean | null }[]>`
    SELECT ${schemaOf(audience)}.count_try(${input.kind}, ${input.subject}, ${input.address}::inet) AS "isAllowed"`;
  return rows[0]?.isAllowed === true;
}

/** What a finished sign-in needs: the session to open, and the browser that it is for. */
export interface SessionToOpen {
  sessionId: string;
  secret: string;
  /** Kept by the browser for a year, so that it is known the next time (S4); null: not remembered. */
  deviceSecret: string | null;
  userAgent: string | null;
  requestId: string;
}

/** A right password: `in`, or a factor is still owed and `secret` opens the pending sign-in instead of a session. */
export interface SignedInOrPending {
  accountId: string;
  next: 'in' | 'factor';
  hasTotp: boolean;
  hasPasskey: boolean;
  hasRecoveryCode: boolean;
  /** The account has known devices, and this was none of them. */
  isNewDevice: boolean;
}

/**
 * Presents the tag of a counted attempt, once and within five minutes. Null: refused. Commit in both cases, because
 * failures are recorded too.
 */
export async function finishSignIn(
  tx: Tx,
  audience: Audience,
  input: SessionToOpen & {
    attemptId: string;
    /** Raw argon2id tag, 32 bytes. */
    tag: Uint8Array<ArrayBuffer>;
  },
): Promise<SignedInOrPending | null> {
  const rows = await tx.$queryRaw<SignedInOrPending[]>`
    SELECT account_id AS "accountId", next, has_totp AS "hasTotp", has_passkey AS "hasPasskey",
      has_recovery_code AS "hasRecoveryCode", is_new_device AS "isNewDevice"
    FROM ${schemaOf(audience)}.finish_sign_in(${input.attemptId}::uuid, ${input.tag}::bytea,
      ${input.sessionId}::uuid, ${input.secret}, ${input.deviceSecret}, ${input.userAgent}, ${input.requestId})`;
  return rows[0] ?? null;
}

/** S11: signs the first Admin in, in the transaction that made the account. Null in any other. */
export async function enterAfterSetup(
  tx: Tx,
  input: SessionToOpen & { address: string | null },
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ accountId: string | null }[]>`
    SELECT app.enter_after_setup(${input.sessionId}::uuid, ${input.secret}, ${input.deviceSecret},
      ${input.address}::inet, ${input.userAgent}, ${input.requestId}) AS "accountId"`;
  return rows[0]?.accountId ?? null;
}

/** S8: counts an attempt to confirm one's identity, like a sign-in. Null without a live session. */
export async function beginConfirmation(
  tx: Tx,
  audience: Audience,
  input: { address: string | null; deviceSecret?: string | null },
): Promise<Attempt | null> {
  const rows = await tx.$queryRaw<Attempt[]>`
    SELECT ${ATTEMPT}
    FROM ${schemaOf(audience)}.begin_confirmation(${input.address}::inet, ${input.deviceSecret ?? null})`;
  return rows[0] ?? null;
}

/** Replaces the present session by a confirmed one. False when the tag is wrong; commit in both cases. */
export async function confirmIdentity(
  tx: Tx,
  audience: Audience,
  input: {
    attemptId: string;
    tag: Uint8Array<ArrayBuffer>;
    newSessionId: string;
    newSecret: string;
    userAgent: string | null;
    requestId: string;
  },
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ isConfirmed: boolean }[]>`
    SELECT ${schemaOf(audience)}.confirm_identity(${input.attemptId}::uuid, ${input.tag}::bytea,
      ${input.newSessionId}::uuid, ${input.newSecret}, ${input.userAgent}, ${input.requestId}) AS "isConfirmed"`;
  return rows[0]?.isConfirmed === true;
}
