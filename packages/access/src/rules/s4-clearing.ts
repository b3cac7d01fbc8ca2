import { Audience } from '@sallyport/contracts/common';
import type { Account } from '../principal.ts';
import { dominance } from './a2-dominance.ts';
import { managesCustomersLastingly } from './a12-customers.ts';
import { managesLastingly } from './lasting-right.ts';
import type { Rule } from './rule.ts';

/** S4, A2, A12: who manages an account may forget what was counted against its sign-ins. */
export const clearsForTheManaged: Rule<{ target: Account }> = {
  id: 'A2',
  says: 'What was counted against an account is forgotten by who manages it: staff under dominance, customers with Manage Customers.',
  check: (actor, { target }) =>
    target.audience === Audience.Customer
      ? managesCustomersLastingly.check(actor, { target })
      : (managesLastingly.check(actor, { target }) ?? dominance.check(actor, { target })),
};
