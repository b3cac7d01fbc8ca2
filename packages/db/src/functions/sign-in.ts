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
  input: { identifier: string; address: string | null },
): Promise<Attempt> {
  const rows = await tx.$queryRaw<Attempt[]>`
    SELECT ${ATTEMPT} FROM ${schemaOf(audience)}.begin_sign_in(${input.identifier}, ${input.address}::inet)`;
  const [attempt] = rows;
  if (!attempt) throw new Error('begin_sign_in returned no attempt.');
  return attempt;
}

/**
 * Presents the tag of a counted attempt, once and within five minutes. Returns the account and opens the session, or null; commit
 * in both cases, because failures are recorded too.
 */
export async function finishSignIn(
  tx: Tx,
  audience: Audience,
  input: {
    attemptId: string;
    /** Raw argon2id tag, 32 bytes. */
    tag: Uint8Array<ArrayBuffer>;
    sessionId: string;
    secret: string;
    userAgent: string | null;
    requestId: string;
  },
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ accountId: string | null }[]>`
    SELECT ${schemaOf(audience)}.finish_sign_in(${input.attemptId}::uuid, ${input.tag}::bytea,
      ${input.sessionId}::uuid, ${input.secret}, ${input.userAgent}, ${input.requestId}) AS "accountId"`;
  return rows[0]?.accountId ?? null;
}

/** S8: counts an attempt to confirm one's identity, like a sign-in. Null without a live session. */
export async function beginConfirmation(
  tx: Tx,
  audience: Audience,
  input: { address: string | null },
): Promise<Attempt | null> {
  const rows = await tx.$queryRaw<Attempt[]>`
    SELECT ${ATTEMPT} FROM ${schemaOf(audience)}.begin_confirmation(${input.address}::inet)`;
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
