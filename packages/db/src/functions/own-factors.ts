import type { Audience } from '@sallyport/contracts/common';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { schemaOf } from './schema-of.ts';

/** One's own second factors, as the database tells of them; times as ISO text. */
export interface OwnFactorsRecord {
  totp: { since: string; lastUsedAt: string | null } | null;
  passkeys: { id: string; name: string; isSynced: boolean; createdAt: string; lastUsedAt: string | null }[];
  recoveryCodesLeft: number | null;
  isRequired: boolean;
}

/** The session in place of the present one: a change of factors ends all others (S7). */
export interface ReplacingSession {
  newSessionId: string;
  newSecret: string;
  userAgent: string | null;
  requestId: string;
}

type Hash = Uint8Array<ArrayBuffer>;

/** Null without a live session. */
export async function ownFactors(tx: Tx, audience: Audience): Promise<OwnFactorsRecord | null> {
  const rows = await tx.$queryRaw<{ record: OwnFactorsRecord | null }[]>`
    SELECT ${schemaOf(audience)}.own_factors() AS record`;
  return rows[0]?.record ?? null;
}

/** Keeps a sealed seed until its first code proves it. False without a confirmed identity (S8). */
export async function beginTotp(
  tx: Tx,
  audience: Audience,
  input: { sealedSeed: Hash; proof: Hash; requestId: string },
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ isBegun: boolean }[]>`
    SELECT ${schemaOf(audience)}.begin_totp(${input.sealedSeed}::bytea, ${input.proof}::bytea, ${input.requestId})
      AS "isBegun"`;
  return rows[0]?.isBegun === true;
}

/** The seed that is being enrolled. */
export interface PendingTotp {
  factorId: string;
  accountId: string;
  sealedSeed: Hash;
  /** The database's clock. */
  at: Date;
}

/** Null when none is, or identity is not confirmed. */
export async function pendingTotp(tx: Tx, audience: Audience): Promise<PendingTotp | null> {
  const rows = await tx.$queryRaw<PendingTotp[]>`
    SELECT factor_id AS "factorId", account_id AS "accountId", sealed_seed AS "sealedSeed", at
    FROM ${schemaOf(audience)}.pending_totp()`;
  return rows[0] ?? null;
}

/** Whether the recovery codes that came along count now; null when there was nothing to confirm. */
export async function confirmTotp(
  tx: Tx,
  audience: Audience,
  input: ReplacingSession & { factorId: string; step: number; recoveryHashes: readonly Hash[] },
): Promise<boolean | null> {
  const rows = await tx.$queryRaw<{ hasCodes: boolean | null }[]>`
    SELECT ${schemaOf(audience)}.confirm_totp(${input.factorId}::uuid, ${input.step}::bigint,
      ${hashList(input.recoveryHashes)}, ${replacing(input)}) AS "hasCodes"`;
  return rows[0]?.hasCodes ?? null;
}

export interface PasskeyToAdd {
  /** Base64url of what the authenticator signed; used up with this. */
  challenge: Hash;
  credentialId: Hash;
  /** The public key, sealed, and SHA-256 of it as it is. */
  sealedKey: Hash;
  proof: Hash;
  signCount: number;
  transports: readonly string[];
  name: string;
  isSynced: boolean;
}

/** As `confirmTotp`. Null as well when the challenge is over or was another account's. */
export async function addPasskey(
  tx: Tx,
  audience: Audience,
  input: ReplacingSession & { passkey: PasskeyToAdd; recoveryHashes: readonly Hash[] },
): Promise<boolean | null> {
  const { challenge, credentialId, sealedKey, proof, signCount, transports, name, isSynced } = input.passkey;
  const rows = await tx.$queryRaw<{ hasCodes: boolean | null }[]>`
    SELECT ${schemaOf(audience)}.add_passkey(${challenge}::bytea, ${credentialId}::bytea, ${sealedKey}::bytea,
      ${proof}::bytea, ${signCount}::bigint, ${[...transports]}::text[], ${name}, ${isSynced}, ${hashList(input.recoveryHashes)},
      ${replacing(input)}) AS "hasCodes"`;
  return rows[0]?.hasCodes ?? null;
}

/** `required`: the policy demands a factor and this is the last; `only-way`: the last passkey of who has no password. */
export type FactorRemoval = 'done' | 'unconfirmed' | 'absent' | 'required' | 'only-way';

/** Removes a passkey, or with null the authenticator app. */
export async function removeFactor(
  tx: Tx,
  audience: Audience,
  input: ReplacingSession & { passkeyId: string | null },
): Promise<FactorRemoval> {
  const rows = await tx.$queryRaw<{ outcome: FactorRemoval }[]>`
    SELECT ${schemaOf(audience)}.remove_factor(${input.passkeyId}::uuid, ${replacing(input)}) AS outcome`;
  return rows[0]?.outcome ?? 'unconfirmed';
}

/** False when it is not one's own, or identity is not confirmed. */
export async function renamePasskey(
  tx: Tx,
  audience: Audience,
  input: { passkeyId: string; name: string; requestId: string },
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ isRenamed: boolean }[]>`
    SELECT ${schemaOf(audience)}.rename_passkey(${input.passkeyId}::uuid, ${input.name}, ${input.requestId})
      AS "isRenamed"`;
  return rows[0]?.isRenamed === true;
}

/** `absent`: there is no factor for which they could stand in. */
export async function renewRecoveryCodes(
  tx: Tx,
  audience: Audience,
  input: ReplacingSession & { recoveryHashes: readonly Hash[] },
): Promise<'done' | 'unconfirmed' | 'absent'> {
  const rows = await tx.$queryRaw<{ outcome: 'done' | 'unconfirmed' | 'absent' }[]>`
    SELECT ${schemaOf(audience)}.renew_recovery_codes(${hashList(input.recoveryHashes)}, ${replacing(input)})
      AS outcome`;
  return rows[0]?.outcome ?? 'unconfirmed';
}

function replacing({ newSessionId, newSecret, userAgent, requestId }: ReplacingSession): Prisma.Sql {
  return Prisma.sql`${newSessionId}::uuid, ${newSecret}, ${userAgent}, ${requestId}`;
}

function hashList(hashes: readonly Hash[]): Prisma.Sql {
  return Prisma.sql`ARRAY[${Prisma.join(hashes.map((hash) => Prisma.sql`${hash}::bytea`))}]`;
}
