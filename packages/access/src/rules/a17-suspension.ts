import type { Account } from '../principal.ts';
import { isAdmin } from './is-admin.ts';
import type { Rule } from './rule.ts';

/**
 * A17: stopping somebody at once takes no dominance and no lasting right, because a stolen account does not wait. It
 * stops everybody but Admins, who are told; lifting it follows A2.
 */
export const stopsNoAdmin: Rule<{ target: Account }> = {
  id: 'A17',
  says: 'Whoever holds the managing right now may suspend anybody but an Admin.',
  check: (_actor, { target }) =>
    isAdmin(target)
      ? {
          rule: 'A17',
          message: 'An Admin is not suspended. An Admin can take the flag away or deactivate the account.',
        }
      : null,
};
