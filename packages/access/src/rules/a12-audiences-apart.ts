import { Audience } from '@sallyport/contracts/common';
import { Permission } from '@sallyport/contracts/staff';
import type { Account } from '../principal.ts';
import type { GroupChange } from '../request.ts';
import { staffSet } from '../sets/staff-set.ts';
import { holdsLastingly } from './lasting-right.ts';
import type { Rule } from './rule.ts';

const refuseUnlessCustomerManager = holdsLastingly('A12', [Permission.ManageCustomers]);

/** A12: Manage Users acts on staff; to it a customer does not exist. Not even an Admin meets one through these actions. */
export const staffInSight: Rule<{ target: Account }> = {
  id: 'A12',
  says: 'Manage Users sees staff accounts; customers do not exist for it.',
  check: (_actor, { target }) =>
    target.audience === Audience.Staff
      ? null
      : { rule: 'A12', message: 'This is a customer; these actions are for staff accounts alone.' },
};

/** A12, "Who may read": staff groups exist for Manage Users, customer groups also for Manage Customers. */
export const groupInSight: Rule<{ audience: Audience }> = {
  id: 'A12',
  says: 'Staff groups exist for Manage Users alone, customer groups also for Manage Customers.',
  check: ({ staff: { now: held } }, { audience }) => {
    if (staffSet.has(held, Permission.ManageUsers)) return null;
    if (audience === Audience.Customer && staffSet.has(held, Permission.ManageCustomers)) return null;
    return { rule: 'A12', message: 'Groups of staff are seen with Manage Users alone.' };
  },
};

/** A12: Manage Users defines customer groups, but who of the customers is in them is Manage Customers' whole right. */
export const customersByTheirManager: Rule<GroupChange> = {
  id: 'A12',
  says: 'Customers are put into groups with Manage Customers alone.',
  check: ({ staff }, { audience, adds, removes }) =>
    audience === Audience.Customer && adds.length + removes.length > 0
      ? refuseUnlessCustomerManager(staff.stable)
      : null,
};
