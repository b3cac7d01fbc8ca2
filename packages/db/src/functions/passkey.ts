import type { Audience } from '@sallyport/contracts/common';
import type { Tx } from '../client.ts';
import { schemaOf } from './schema-of.ts';
import type { Entered } from './second-factor.ts';
import type { SessionToOpen } from './sign-in.ts';

/** What a signature is for: a challenge made for one purpose answers no other. */
export type PasskeyPurpose = 'REGISTER' | 'SIGN_IN' | 'SECOND_FACTOR' | 'CONFIRM';

type Bytes = Uint8Array<ArrayBuffer>;

/** Whose passkeys are asked for; nobody's in particular when signing in with one alone. */
export interface StoredChallenge {
  accountId: string | null;
  /** False: too many, and none was stored. */
  isAllowed: boolean;
  email: string | null;
  displayName: string | null;
  /** Credential ids in hexadecimal. */
  passkeys: { id: string; transports: string[] }[];
}

/** Stores a challenge for five minutes and one answer. Null when whoever asks may not use one for this. */
export async function beginChallenge(
  tx: Tx,
  audience: Audience,
  input: {
    purpose: PasskeyPurpose;
    challenge: Bytes;
    pendingSecret: string | null;
    address: string | null;
  },
): Promise<StoredChallenge | null> {
  const rows = await tx.$queryRaw<StoredChallenge[]>`
    SELECT account_id AS "accountId", is_allowed AS "isAllowed", email, display_name AS "displayName", passkeys
    FROM ${schemaOf(audience)}.begin_challenge(${input.purpose}, ${input.challenge}::bytea, ${input.pendingSecret},
      ${input.address}::inet)`;
  return rows[0] ?? null;
}

/** A counted try with a passkey. */
export interface PasskeyAttempt {
  attemptId: string;
  accountId: string | null;
  isAllowed: boolean;
  /** Null, with the key: no such passkey of whoever is meant, or the challenge is over. */
  passkeyId: string | null;
  sealedKey: Bytes | null;
  signCount: bigint | null;
  transports: string[] | null;
}

/** Counts a try and gives the public key to verify with, sealed. Null without the session or pending sign-in that it needs. */
export async function beginPasskey(
  tx: Tx,
  audience: Audience,
  input: {
    purpose: Exclude<PasskeyPurpose, 'REGISTER'>;
    challenge: Bytes;
    credentialId: Bytes;
    pendingSecret: string | null;
    deviceSecret: string | null;
    address: string | null;
  },
): Promise<PasskeyAttempt | null> {
  const rows = await tx.$queryRaw<PasskeyAttempt[]>`
    SELECT attempt_id AS "attemptId", account_id AS "accountId", is_allowed AS "isAllowed",
      passkey_id AS "passkeyId", public_key AS "sealedKey", sign_count AS "signCount", transports
    FROM ${schemaOf(audience)}.begin_passkey(${input.purpose}, ${input.challenge}::bytea,
      ${input.credentialId}::bytea, ${input.pendingSecret}, ${input.deviceSecret}, ${input.address}::inet)`;
  return rows[0] ?? null;
}

/**
 * Takes what came of the signature and uses up its challenge, once under race: opens a session, or for CONFIRM replaces
 * the present one. Null: refused; commit in both cases.
 */
export async function finishPasskey(
  tx: Tx,
  audience: Audience,
  input: SessionToOpen & {
    purpose: Exclude<PasskeyPurpose, 'REGISTER'>;
    attemptId: string;
    challenge: Bytes;
    passkeyId: string | null;
    /** The opened key with which the signature was verified; null when it was not. */
    publicKey: Bytes | null;
    signCount: number;
    pendingSecret: string | null;
  },
): Promise<Entered | null> {
  const rows = await tx.$queryRaw<Entered[]>`
    SELECT account_id AS "accountId", is_new_device AS "isNewDevice"
    FROM ${schemaOf(audience)}.finish_passkey(${input.purpose}, ${input.attemptId}::uuid, ${input.challenge}::bytea,
      ${input.passkeyId}::uuid, ${input.publicKey}::bytea, ${input.signCount}::bigint, ${input.pendingSecret},
      ${input.sessionId}::uuid, ${input.secret}, ${input.deviceSecret}, ${input.userAgent}, ${input.requestId})`;
  return rows[0] ?? null;
}
