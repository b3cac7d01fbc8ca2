import type { Account } from '../principal.ts';
import type { Rule } from './rule.ts';

/** U8: a link to somebody of an archived company would open nothing. */
export const getsLinks: Rule<{ target: Account }> = {
  id: 'U8',
  says: 'Links go to people of companies in use alone.',
  check: (_actor, { target }) =>
    target.isCompanyActive
      ? null
      : {
          rule: 'U8',
          message:
            'The company of this person is archived, so a link would open nothing. Bring it back into use first.',
        },
};
