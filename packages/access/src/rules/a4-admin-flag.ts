import { Audience } from '@sallyport/contracts/common';
import type { Account } from '../principal.ts';
import type { Rule } from './rule.ts';

/**
 * A4: the flag is given to an account that is in use, so that nobody is ever invited as an Admin. Who may give it
 * (Admins) and that identity is confirmed first stand in the row of the action.
 */
export const flagOnActiveStaff: Rule<{ target: Account; value: boolean }> = {
  id: 'A4',
  says: 'Only an active staff account becomes an Admin; nobody is invited as one.',
  check: (_actor, { target, value }) => {
    if (!value || (target.audience === Audience.Staff && target.status === 'ACTIVE')) return null;
    return {
      rule: 'A4',
      message: 'Only an active staff account can become an Admin. Wait until it is in use.',
    };
  },
};
