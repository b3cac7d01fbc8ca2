import type { Account } from '../principal.ts';
import type { Refusal } from '../verdict.ts';
import { isAdmin } from './is-admin.ts';
import type { Rule } from './rule.ts';

/** A5: also what a bulk action as a whole is refused with. */
export const LAST_ADMIN: Refusal = Object.freeze({
  rule: 'A5',
  message: 'At least one active Admin must remain who can sign in. Make someone else an Admin first.',
});

/** A5: the last usable Admin is never taken out of use. The fact is read under the lock of the writing transaction. */
export const keepsLastAdmin: Rule<{ isLastUsableAdmin: boolean }> = {
  id: 'A5',
  says: 'The last usable Admin is not deactivated.',
  check: (_actor, { isLastUsableAdmin }) => (isLastUsableAdmin ? LAST_ADMIN : null),
};

/** A5: the last usable Admin keeps the flag, and an account with an end date never gets it. */
export const flagKeepsAdmins: Rule<{ target: Account; value: boolean; isLastUsableAdmin: boolean }> = {
  id: 'A5',
  says: 'The last usable Admin keeps the flag; an account with an end date never gets it.',
  check: (_actor, { target, value, isLastUsableAdmin }) => {
    if (!value) return isLastUsableAdmin ? LAST_ADMIN : null;
    if (target.expiresAt === null) return null;
    return {
      rule: 'A5',
      message: 'The account of an Admin has no end date. Remove the end date of this account first.',
    };
  },
};

/** A5: an Admin account never gets an end date. */
export const adminHasNoExpiry: Rule<{ target: Account; expiresAt?: Date | null }> = {
  id: 'A5',
  says: 'The account of an Admin gets no end date.',
  check: (_actor, { target, expiresAt }) => {
    if (expiresAt === undefined || expiresAt === null || !isAdmin(target)) return null;
    return { rule: 'A5', message: 'The account of an Admin has no end date. Remove the Admin flag first.' };
  },
};
