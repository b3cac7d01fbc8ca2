import { Audience } from '@sallyport/contracts/common';
import { Permission } from '@sallyport/contracts/staff';
import type { Account } from '../principal.ts';
import type { InvitedGroup } from '../request.ts';
import { holdsLastingly } from './lasting-right.ts';
import type { Rule } from './rule.ts';

const refuseUnlessCustomerManager = holdsLastingly('A12', [Permission.ManageCustomers]);

/** A12: Manage Customers is the whole right; staff accounts do not exist for it. */
export const customerInSight: Rule<{ target: Account }> = {
  id: 'A12',
  says: 'Manage Customers sees customers; staff accounts do not exist for it.',
  check: (_actor, { target }) =>
    target.audience === Audience.Customer
      ? null
      : { rule: 'A12', message: 'This is a staff account; these actions are for customers alone.' },
};

export const managesCustomersLastingly: Rule<unknown> = {
  id: 'A12',
  says: 'Who invites and manages customers holds Manage Customers without an end date.',
  check: ({ staff }) => refuseUnlessCustomerManager(staff.stable),
};

export const invitesIntoCustomerGroups: Rule<{ groups: readonly InvitedGroup[] }> = {
  id: 'A12',
  says: 'Customers are invited into groups of customers alone.',
  check: (_actor, { groups }) =>
    groups.every(({ audience }) => audience === Audience.Customer)
      ? null
      : { rule: 'A12', message: 'Customers join groups of customers alone. Choose other groups.' },
};
