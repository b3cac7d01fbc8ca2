import type { TokenWish } from '../request.ts';
import { staffSet } from '../sets/staff-set.ts';
import { lacking } from './lacking.ts';
import type { Rule } from './rule.ts';

const beyondOwn = lacking(
  'T1',
  (missing) => `A token carries only what you hold without an end date. Missing: ${missing}.`,
);

/** A8: whoever manages users may switch tokens off for an account. */
export const tokensSwitchedOn: Rule<Pick<TokenWish, 'mayUseTokens'>> = {
  id: 'A8',
  says: 'Tokens are made unless they are switched off for the account.',
  check: (_actor, { mayUseTokens }) =>
    mayUseTokens
      ? null
      : {
          rule: 'A8',
          message: 'API tokens are switched off for your account. Whoever manages users can allow them.',
        },
};

/** T1: nothing temporary is made lasting by a token; of an Admin it carries permissions, never the flag. */
export const scopesWithinStable: Rule<Pick<TokenWish, 'scopes'>> = {
  id: 'T1',
  says: 'A token carries only what its owner holds without an end date.',
  check: ({ staff }, { scopes }) =>
    staffSet.isSubset(scopes, staff.stable) ? null : beyondOwn(scopes, staff.stable),
};

/** T1, A13: the longest time is set by an Admin, and never beyond a year. */
export const endsInTime: Rule<Pick<TokenWish, 'days' | 'daysAtMost'>> = {
  id: 'T1',
  says: 'A token ends within the time that an Admin allows, and within a year.',
  check: (_actor, { days, daysAtMost }) =>
    days >= 1 && days <= Math.min(daysAtMost, 365)
      ? null
      : { rule: 'T1', message: `A token may hold for at most ${daysAtMost} days here. Choose fewer.` },
};
