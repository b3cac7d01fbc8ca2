import type { Audience } from '@sallyport/contracts/common';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { schemaOf } from './schema-of.ts';

/** argon2id parameters beside which a password's verifier stands. */
export interface HashParameters {
  memoryKib: number;
  iterations: number;
  parallelism: number;
  pepperVersion: number;
}

/** A password as the database keeps it. `verifier` is SHA-256 of the raw 32-byte argon2id tag. */
export interface NewCredential extends HashParameters {
  salt: Uint8Array<ArrayBuffer>;
  verifier: Uint8Array<ArrayBuffer>;
}

export interface OwnCredential extends HashParameters {
  salt: Uint8Array<ArrayBuffer>;
  changedAt: Date;
}

/** How one's own password is hashed and when it was set; null without a live session or a password. */
export async function myCredential(tx: Tx, audience: Audience): Promise<OwnCredential | null> {
  const rows = await tx.$queryRaw<OwnCredential[]>`
    SELECT salt, memory_kib AS "memoryKib", iterations, parallelism, pepper_version AS "pepperVersion",
      changed_at AS "changedAt"
    FROM ${schemaOf(audience)}.my_credential()`;
  return rows[0] ?? null;
}

/**
 * Changes the password of whoever the transaction's session proves, ends all their sessions (S7) and opens a new one
 * with `newSecret`. False, and nothing changed, without a session whose identity was confirmed (S8).
 */
export async function changePassword(
  tx: Tx,
  audience: Audience,
  input: {
    credential: NewCredential;
    newSessionId: string;
    newSecret: string;
    userAgent: string | null;
    requestId: string;
  },
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ isChanged: boolean }[]>`
    SELECT ${schemaOf(audience)}.change_password(${credentialSql(input.credential)},
      ${input.newSessionId}::uuid, ${input.newSecret}, ${input.userAgent}, ${input.requestId}) AS "isChanged"`;
  return rows[0]?.isChanged === true;
}

/**
 * S3: replaces the hash of the password with which `attemptId` has just signed in, who presents the old tag again.
 * False when that was not so, or the password was changed since.
 */
export async function strengthenCredential(
  tx: Tx,
  audience: Audience,
  input: { attemptId: string; tag: Uint8Array<ArrayBuffer>; credential: NewCredential },
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ isStronger: boolean }[]>`
    SELECT ${schemaOf(audience)}.strengthen_credential(${input.attemptId}::uuid, ${input.tag}::bytea,
      ${credentialSql(input.credential)}) AS "isStronger"`;
  return rows[0]?.isStronger === true;
}

/**
 * Consumes an invitation link exactly once, sets the password, activates the account and opens its first session: the
 * secret of the link is the proof. Null for every reason why not: unknown, used, expired, not INVITED, of the other door.
 */
export async function acceptInvitation(
  tx: Tx,
  audience: Audience,
  input: {
    linkSecret: string;
    displayName: string;
    credential: NewCredential;
    sessionId: string;
    secret: string;
    /** Makes the browser known (S4). */
    deviceSecret?: string | null;
    address: string | null;
    userAgent: string | null;
    requestId: string;
  },
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ accountId: string | null }[]>`
    SELECT ${schemaOf(audience)}.accept_invitation(${input.linkSecret}, ${input.displayName},
      ${credentialSql(input.credential)}, ${input.sessionId}::uuid, ${input.secret},
      ${input.deviceSecret ?? null}, ${input.address}::inet, ${input.userAgent}, ${input.requestId}) AS "accountId"`;
  return rows[0]?.accountId ?? null;
}

export function credentialSql(credential: NewCredential): Prisma.Sql {
  const { salt, memoryKib, iterations, parallelism, pepperVersion, verifier } = credential;
  return Prisma.sql`${salt}::bytea, ${memoryKib}::int, ${iterations}::int, ${parallelism}::int, ${pepperVersion}::int, ${verifier}::bytea`;
}
