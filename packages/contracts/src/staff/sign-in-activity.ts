import { z } from 'zod';
import { Audience } from '../common/audience.ts';
import { AccountId, AlertId } from '../common/ids.ts';
import { Cursor, PageLimit, pageOf } from '../common/paging.ts';
import { Timestamp } from '../common/text.ts';
import { SIGN_IN_KINDS, SIGN_IN_OUTCOMES } from './choices.ts';

const DoorOf = z.enum(Object.values(Audience));

/** What was presented. */
export const SignInKind = z.enum(SIGN_IN_KINDS);
export type SignInKind = z.infer<typeof SignInKind>;

/** REFUSED: not even tried, because there had been too many. */
export const SignInOutcome = z.enum(SIGN_IN_OUTCOMES);
export type SignInOutcome = z.infer<typeof SignInOutcome>;

export const SignInRow = z.strictObject({
  id: z.uuid(),
  at: Timestamp,
  audience: DoorOf,
  kind: SignInKind,
  outcome: SignInOutcome,
  /** Null when what was typed belongs to no account. */
  account: z.strictObject({ id: AccountId, name: z.string() }).nullable(),
  address: z.string().nullable(),
  isKnownDevice: z.boolean(),
});
export type SignInRow = z.infer<typeof SignInRow>;

const Filter = {
  audience: DoorOf.optional(),
  accountId: AccountId.optional(),
  /** An address or a network. */
  address: z.string().trim().max(60).optional(),
  outcome: z.array(SignInOutcome).max(3).default([]),
  kind: z.array(SignInKind).max(7).default([]),
};

export const ListSignInsInput = z.strictObject({
  ...Filter,
  since: Timestamp.optional(),
  until: Timestamp.optional(),
  cursor: Cursor.optional(),
  limit: PageLimit,
});
export const SignInPage = pageOf(SignInRow);

export const ChartSignInsInput = z.strictObject({
  ...Filter,
  since: Timestamp,
  until: Timestamp.optional(),
});
export const SignInChart = z.strictObject({
  /** Hours that one row stands for: 1, 6 or 24. */
  stepHours: z.number().int(),
  rows: z.array(
    z.strictObject({
      at: Timestamp,
      succeeded: z.number().int(),
      failed: z.number().int(),
      refused: z.number().int(),
    }),
  ),
});
export type SignInChart = z.infer<typeof SignInChart>;

export const ClearSignInsInput = z.strictObject({ accountId: AccountId });
export const ClearedSignIns = z.strictObject({ counters: z.number().int() });

export const SecurityAlertRow = z.strictObject({
  id: AlertId,
  /** PASSWORD_SPRAYING, PASSWORD_CLOSED, NOT_ME; more may come. */
  kind: z.string(),
  audience: DoorOf,
  /** The address it is about; null when it is about an account. */
  address: z.string().nullable(),
  account: z.strictObject({ id: AccountId, name: z.string() }).nullable(),
  /** Numbers that the alert carries, such as how many accounts or failures. */
  numbers: z.record(z.string(), z.number()),
  createdAt: Timestamp,
  lastSeenAt: Timestamp,
  closedAt: Timestamp.nullable(),
  closedBy: z.strictObject({ id: AccountId, name: z.string() }).nullable(),
});
export type SecurityAlertRow = z.infer<typeof SecurityAlertRow>;

export const ListSecurityAlertsInput = z.strictObject({
  state: z.enum(['open', 'closed']).default('open'),
  cursor: Cursor.optional(),
  limit: PageLimit,
});
export const SecurityAlertPage = pageOf(SecurityAlertRow);
export const CloseSecurityAlertInput = z.strictObject({ alertId: AlertId });
