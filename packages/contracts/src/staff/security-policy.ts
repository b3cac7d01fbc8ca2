import { z } from 'zod';
import { Timestamp } from '../common/text.ts';

/** The safe range of each limit; the database has the same as CHECKs. */
export const SECURITY_POLICY_RANGE = {
  passwordMinimum: { from: 15, to: 64, standard: 15 },
  staffIdleMinutes: { from: 5, to: 60, standard: 60 },
  customerIdleMinutes: { from: 5, to: 30, standard: 30 },
  absoluteHours: { from: 1, to: 12, standard: 12 },
  tokenDaysAtMost: { from: 1, to: 365, standard: 365 },
} as const;

export type SecurityPolicyLimit = keyof typeof SECURITY_POLICY_RANGE;

function within(limit: SecurityPolicyLimit) {
  const { from, to } = SECURITY_POLICY_RANGE[limit];
  const error = `Choose a whole number from ${from} to ${to}.`;
  return z.number({ error }).int({ error }).min(from, { error }).max(to, { error });
}

const SecurityPolicyFields = z.strictObject({
  isStaffFactorRequired: z.boolean(),
  passwordMinimum: within('passwordMinimum'),
  staffIdleMinutes: within('staffIdleMinutes'),
  customerIdleMinutes: within('customerIdleMinutes'),
  absoluteHours: within('absoluteHours'),
  tokenDaysAtMost: within('tokenDaysAtMost'),
});

/** A13: what an Admin decides for the whole installation. */
export const SecurityPolicy = z.strictObject({
  ...SecurityPolicyFields.shape,
  version: z.number().int(),
  updatedAt: Timestamp,
});
export type SecurityPolicy = z.infer<typeof SecurityPolicy>;

export const PreviewSecurityPolicyInput = SecurityPolicyFields;
export const UpdateSecurityPolicyInput = z.strictObject({
  ...SecurityPolicyFields.shape,
  version: z.number().int(),
});

/** What saving would do, in numbers. */
export const SecurityPolicyEffect = z.strictObject({
  /** Active staff who have to enrol a second factor at their next request; 0 where the change demands none. */
  staffToEnrol: z.number().int(),
  /** Active staff without one, whatever is demanded. */
  staffWithoutFactor: z.number().int(),
  liveSessions: z.number().int(),
  shortenedSessions: z.number().int(),
  endedSessions: z.number().int(),
  endedPeople: z.number().int(),
  /** Live tokens that last longer than would be given out; they keep their end. */
  longerTokens: z.number().int(),
});
export type SecurityPolicyEffect = z.infer<typeof SecurityPolicyEffect>;

/** What staff decide for the customers of one company. */
export const CompanyPolicy = z.strictObject({
  isFactorRequired: z.boolean(),
  /** Null: the installation's limit. */
  idleMinutes: z.number().int().nullable(),
  /** 0 while nothing was ever decided. */
  version: z.number().int(),
  standardIdleMinutes: z.number().int(),
  activeCustomers: z.number().int(),
  customersWithoutFactor: z.number().int(),
  liveSessions: z.number().int(),
});
export type CompanyPolicy = z.infer<typeof CompanyPolicy>;

export const UpdateCompanyPolicyInput = z.strictObject({
  isFactorRequired: z.boolean(),
  idleMinutes: within('customerIdleMinutes').nullable(),
  version: z.number().int().min(0),
});
