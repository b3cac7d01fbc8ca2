import { Audience } from '@sallyport/contracts/common';
import { PERMISSION_REGISTRY, Permission } from '@sallyport/contracts/staff';
import { type PermissionSet, staffSet } from '../sets/staff-set.ts';
import type { Refusal } from '../verdict.ts';
import { either } from '../words.ts';
import type { Rule } from './rule.ts';

/**
 * "Only permStable counts for granting and managing others": the managing permission itself must be held without any
 * end, or a stand-in could leave behind accounts and groups that outlast the days they stood in for.
 * @param anyOf one of these suffices
 * @returns a check of what an actor holds without end
 */
export function holdsLastingly(
  rule: string,
  anyOf: readonly Permission[],
): (stable: PermissionSet) => Refusal | null {
  const labels = either(anyOf.map((permission) => PERMISSION_REGISTRY[permission].label));
  const refusal: Refusal = Object.freeze({
    rule,
    message: `Managing others takes ${labels} without an end date. Ask someone who holds it so.`,
    missing: Object.freeze(anyOf.map((permission) => ({ permission, reach: null }))),
  });
  return (stable) => {
    for (const permission of anyOf) if (staffSet.has(stable, permission)) return null;
    return refusal;
  };
}

/** A1: the right to grant. */
export const refuseUnlessGrantor = holdsLastingly('A1', [Permission.ManageUsers]);
/** A2: the right to manage. */
const refuseUnlessManager = holdsLastingly('A2', [Permission.ManageUsers]);
/** A12: the right to say what customers may be given. */
const refuseUnlessDefiner = holdsLastingly('A12', [Permission.ManageCustomers, Permission.ManageUsers]);

export const grantsLastingly: Rule<unknown> = {
  id: 'A1',
  says: 'Who grants holds Manage Users without an end date.',
  check: ({ staff }) => refuseUnlessGrantor(staff.stable),
};

export const managesLastingly: Rule<unknown> = {
  id: 'A2',
  says: 'Who manages others holds Manage Users without an end date.',
  check: ({ staff }) => refuseUnlessManager(staff.stable),
};

/** A12: groups of staff belong to Manage Users; groups of customers to Manage Customers or Manage Users. */
export const definesLastingly: Rule<{ audience: Audience }> = {
  id: 'A12',
  says: 'Staff groups take Manage Users, customer groups Manage Customers or Manage Users, without an end date.',
  check: ({ staff }, { audience }) =>
    audience === Audience.Staff ? refuseUnlessGrantor(staff.stable) : refuseUnlessDefiner(staff.stable),
};
