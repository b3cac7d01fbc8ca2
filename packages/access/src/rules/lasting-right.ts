import { Audience } from '@sallyport/contracts/common';
import { PERMISSION_REGISTRY, Permission } from '@sallyport/contracts/staff';
import { type PermissionSet, staffSet } from '../sets/staff-set.ts';
import type { Refusal } from '../verdict.ts';
import { either } from '../words.ts';
import type { Rule } from './rule.ts';

/**
 * "Only permStable counts for granting and managing others": the managing permission itself must be held without any
 * end, or a stand-in could leave behind accounts and groups that outlast the days they stood in for.
 * @param stable what the actor holds without end
 * @param anyOf one of these suffices
 */
export function lacksLasting(
  stable: PermissionSet,
  anyOf: readonly Permission[],
  rule: string,
): Refusal | null {
  for (const permission of anyOf) if (staffSet.has(stable, permission)) return null;
  const labels = either(anyOf.map((permission) => PERMISSION_REGISTRY[permission].label));
  return {
    rule,
    message: `Managing others takes ${labels} without an end date. Ask someone who holds it so.`,
    missing: anyOf.map((permission) => ({ permission, reach: null })),
  };
}

const USERS = [Permission.ManageUsers];
const CUSTOMERS_OR_USERS = [Permission.ManageCustomers, Permission.ManageUsers];

/** A1, first half, for invitations: the right to grant is lasting. */
export const grantsLastingly: Rule<unknown> = {
  id: 'A1',
  says: 'Who grants holds Manage Users without an end date.',
  check: ({ staff }) => lacksLasting(staff.stable, USERS, 'A1'),
};

/** A2, first half: the right to manage is lasting. */
export const managesLastingly: Rule<unknown> = {
  id: 'A2',
  says: 'Who manages others holds Manage Users without an end date.',
  check: ({ staff }) => lacksLasting(staff.stable, USERS, 'A2'),
};

/** A12: groups of staff belong to Manage Users; groups of customers to Manage Customers or Manage Users. */
export const definesLastingly: Rule<{ audience: Audience }> = {
  id: 'A12',
  says: 'Staff groups take Manage Users, customer groups Manage Customers or Manage Users, without an end date.',
  check: ({ staff }, { audience }) =>
    audience === Audience.Staff
      ? lacksLasting(staff.stable, USERS, 'A1')
      : lacksLasting(staff.stable, CUSTOMERS_OR_USERS, 'A12'),
};
