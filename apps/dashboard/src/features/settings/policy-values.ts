import type { SecurityPolicyLimit } from '@sallyport/contracts/staff';
import type { Outputs } from '../../lib/trpc.ts';

export const LIMITS: readonly SecurityPolicyLimit[] = [
  'staffIdleMinutes',
  'customerIdleMinutes',
  'absoluteHours',
];
export const SECRETS: readonly SecurityPolicyLimit[] = ['passwordMinimum', 'tokenDaysAtMost'];

export type Policy = Outputs['securityPolicy']['get'];

/** The policy as the form holds it: numbers as they are typed. */
export function policyValues(policy: Policy) {
  const limits = Object.fromEntries(
    [...LIMITS, ...SECRETS].map((limit) => [limit, String(policy[limit])]),
  ) as Record<SecurityPolicyLimit, string>;
  return { isStaffFactorRequired: policy.isStaffFactorRequired, ...limits };
}
export type PolicyValues = ReturnType<typeof policyValues>;

/** Numbers where numbers were typed, so that the schema can say what is wrong with the rest. */
export function policyInput({ isStaffFactorRequired, ...limits }: PolicyValues): Record<string, unknown> {
  const numbers = Object.entries(limits).map(([key, text]) => [key, text.trim() === '' ? NaN : Number(text)]);
  return { isStaffFactorRequired, ...Object.fromEntries(numbers) };
}
