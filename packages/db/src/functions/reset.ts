import type { Audience } from '@sallyport/contracts/common';
import type { Tx } from '../client.ts';
import { credentialSql, type NewCredential } from './credential.ts';
import type { QueuedMail } from './mail.ts';
import { schemaOf } from './schema-of.ts';

/** A mail that a function of the database writes, if there is somebody to write to. */
export type PreparedMail = Pick<QueuedMail, 'id' | 'sealed' | 'notMeHash'>;

interface LinkMail {
  linkHash: Uint8Array<ArrayBuffer>;
  mail: PreparedMail;
  requestId: string;
}

/** S10: counts and, where there is somebody, writes. Says nothing about whether it did. */
export async function requestReset(
  tx: Tx,
  audience: Audience,
  { identifier, address, linkHash, mail, requestId }: LinkMail & { identifier: string; address: string },
): Promise<void> {
  await tx.$queryRaw`
    SELECT ${schemaOf(audience)}.request_reset(${identifier}, ${address}::inet, ${linkHash}::bytea, ${mail.id}::uuid,
      ${mail.sealed}::bytea, ${requestId})::text`;
}

/** What the process needs to judge a new password and a code. */
export interface BegunReset {
  accountId: string;
  hasFactor: boolean;
  hasTotp: boolean;
  /** The counted try of the factor; null without a code. */
  attemptId: string | null;
  isAllowed: boolean;
  sealedSeed: Uint8Array<ArrayBuffer> | null;
  at: Date;
  minimum: number;
  email: string;
  username: string | null;
  displayName: string;
  companyName: string;
  firmName: string;
}

/** Counts a try with a reset link. Null: throttled, or no such link. Commit it apart. */
export async function beginReset(
  tx: Tx,
  audience: Audience,
  input: { secret: string; hasCode: boolean; deviceSecret: string | null; address: string },
): Promise<BegunReset | null> {
  const rows = await tx.$queryRaw<BegunReset[]>`
    SELECT account_id AS "accountId", has_factor AS "hasFactor", has_totp AS "hasTotp", attempt_id AS "attemptId",
      is_allowed AS "isAllowed", sealed_seed AS "sealedSeed", at, minimum, email, username,
      display_name AS "displayName", company_name AS "companyName", firm_name AS "firmName"
    FROM ${schemaOf(audience)}.begin_reset(${input.secret}, ${input.hasCode}, ${input.deviceSecret},
      ${input.address}::inet)`;
  return rows[0] ?? null;
}

/** Uses the link up, once, together with the factor; commit whatever it answers. */
export async function completeReset(
  tx: Tx,
  audience: Audience,
  input: {
    secret: string;
    attemptId: string | null;
    step: number | null;
    codeHash: Uint8Array<ArrayBuffer> | null;
    credential: NewCredential;
    address: string;
    /** Null: nobody is told, because there is no mail server. */
    mail: PreparedMail | null;
    requestId: string;
  },
): Promise<'done' | 'invalid' | 'factor'> {
  const { mail } = input;
  const rows = await tx.$queryRaw<{ outcome: 'done' | 'invalid' | 'factor' }[]>`
    SELECT ${schemaOf(audience)}.complete_reset(${input.secret}, ${input.attemptId}::uuid, ${input.step}::bigint,
      ${input.codeHash}::bytea, ${credentialSql(input.credential)}, ${input.address}::inet, ${mail?.id ?? null}::uuid,
      ${mail?.sealed ?? null}::bytea, ${mail?.notMeHash ?? null}::bytea, ${input.requestId}) AS outcome`;
  return rows[0]?.outcome ?? 'invalid';
}

/** U5: a new mail to the invited address, for whoever holds an old link of an open invitation. Says nothing. */
export async function mailInvitationAgain(
  tx: Tx,
  audience: Audience,
  { secret, address, linkHash, mail, requestId }: LinkMail & { secret: string; address: string },
): Promise<void> {
  await tx.$queryRaw`
    SELECT ${schemaOf(audience)}.mail_invitation_again(${secret}, ${address}::inet, ${linkHash}::bytea,
      ${mail.id}::uuid, ${mail.sealed}::bytea, ${requestId})::text`;
}

/** U6: writes to the new address. False without a confirmed session; a taken address looks like a free one. */
export async function requestEmailChange(
  tx: Tx,
  audience: Audience,
  { email, linkHash, mail, requestId }: LinkMail & { email: string },
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ isConfirmed: boolean }[]>`
    SELECT ${schemaOf(audience)}.request_email_change(${email}, ${linkHash}::bytea, ${mail.id}::uuid,
      ${mail.sealed}::bytea, ${requestId}) AS "isConfirmed"`;
  return rows[0]?.isConfirmed === true;
}

/** U6: the new address counts, sessions end, the old address is told. The account, or null; commit in both cases. */
export async function confirmEmailChange(
  tx: Tx,
  audience: Audience,
  input: { secret: string; address: string; mail: PreparedMail | null; requestId: string },
): Promise<string | null> {
  const { mail } = input;
  const rows = await tx.$queryRaw<{ accountId: string | null }[]>`
    SELECT ${schemaOf(audience)}.confirm_email_change(${input.secret}, ${input.address}::inet,
      ${mail?.id ?? null}::uuid, ${mail?.sealed ?? null}::bytea, ${mail?.notMeHash ?? null}::bytea,
      ${input.requestId}) AS "accountId"`;
  return rows[0]?.accountId ?? null;
}

/** "This was not me": closes what a stranger could use. The account, or null; commit in both cases. */
export async function reportNotMe(
  tx: Tx,
  audience: Audience,
  { secret, address, requestId }: { secret: string; address: string; requestId: string },
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ accountId: string | null }[]>`
    SELECT ${schemaOf(audience)}.not_me(${secret}, ${address}::inet, ${requestId}) AS "accountId"`;
  return rows[0]?.accountId ?? null;
}

/** S2: how long a new password must be for whoever the transaction's session proves. */
export async function ownPasswordMinimum(tx: Tx, audience: Audience): Promise<number> {
  const rows = await tx.$queryRaw<{ minimum: number }[]>`
    SELECT ${schemaOf(audience)}.my_password_minimum() AS minimum`;
  return rows[0]?.minimum ?? STANDARD_MINIMUM;
}

/** S2: the same for whoever holds an invitation. Without a good link as for anybody. */
export async function linkPasswordMinimum(tx: Tx, audience: Audience, secret: string): Promise<number> {
  const rows = await tx.$queryRaw<{ minimum: number }[]>`
    SELECT ${schemaOf(audience)}.link_password_minimum(${secret}) AS minimum`;
  return rows[0]?.minimum ?? STANDARD_MINIMUM;
}

const STANDARD_MINIMUM = 15;
