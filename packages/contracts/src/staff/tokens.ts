import { z } from 'zod';
import { TokenId } from '../common/ids.ts';
import { singleLine, Timestamp } from '../common/text.ts';
import { StaffGrant } from './permission-schema.ts';

/** T1: days that a token holds unless told otherwise; the longest is set by an Admin and never beyond a year. */
export const TOKEN_DAYS = { usual: 90, atMost: 365 } as const;

const TokenName = singleLine(80);

/** A token as its owner, and whoever manages the owner, sees it: never its secret. */
export const TokenRow = z.strictObject({
  id: TokenId,
  name: z.string(),
  scopes: z.array(StaffGrant),
  createdAt: Timestamp,
  expiresAt: Timestamp,
  lastUsedAt: Timestamp.nullable(),
  /** Networks from which it may be used; with none, from all that its owner may. */
  networkCount: z.number().int(),
  /** What its scopes and its owner's permissions give together at this moment. */
  givesNow: z.array(StaffGrant),
});
export type TokenRow = z.infer<typeof TokenRow>;

/** Live tokens, the newest first, and what a new one may be. */
export const OwnTokens = z.strictObject({
  rows: z.array(TokenRow),
  /** What the owner holds without an end date: the widest that a new token may carry. */
  grantable: z.array(StaffGrant),
  daysAtMost: z.number().int(),
  /** False: whoever manages users has switched tokens off for this account. */
  isAllowed: z.boolean(),
  /** Address of the tools door, for the examples. */
  url: z.string(),
});
export type OwnTokens = z.infer<typeof OwnTokens>;

export const UserTokens = z.strictObject({ rows: z.array(TokenRow), canRevoke: z.boolean() });

export const CreateTokenInput = z.strictObject({
  name: TokenName,
  scopes: z
    .array(StaffGrant)
    .min(1, { error: 'Choose at least one permission.' })
    .max(7)
    .refine((scopes) => new Set(scopes.map(({ permission }) => permission)).size === scopes.length, {
      error: 'Name each permission once.',
    }),
  days: z
    .number()
    .int()
    .min(1, { error: 'Use at least 1 day.' })
    .max(TOKEN_DAYS.atMost, { error: `Use at most ${TOKEN_DAYS.atMost} days.` })
    .default(TOKEN_DAYS.usual),
});

/** The whole token, shown this once. */
export const CreatedToken = z.strictObject({ token: z.string(), row: TokenRow });

export const RevokeTokenInput = z.strictObject({ tokenId: TokenId });
