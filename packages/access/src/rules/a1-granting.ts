import { Audience } from '@sallyport/contracts/common';
import { portalPermissions, staffPermissions } from '../effective.ts';
import type { CustomerAccount, StaffAccount } from '../principal.ts';
import type { GrantedSet, GroupChange, InvitedGroup } from '../request.ts';
import { type PortalPermissionSet, portalSet } from '../sets/portal-set.ts';
import { type PermissionSet, staffSet } from '../sets/staff-set.ts';
import { type Refusal, type Verdict, verdictOf } from '../verdict.ts';
import { wordsForPortal } from '../words.ts';
import { isAdmin } from './is-admin.ts';
import { lacking } from './lacking.ts';
import { refuseUnlessGrantor } from './lasting-right.ts';
import type { Rule } from './rule.ts';

const ONLY_WHAT_YOU_HOLD = 'You can give only what you hold without an end date.';
const beyondOwn = lacking('A1', (missing) => `${ONLY_WHAT_YOU_HOLD} Missing: ${missing}.`);

/**
 * A1: an Admin may grant anything, everyone else only what they hold without any end, reach included. So nobody rises
 * by granting, and nothing temporary is made lasting.
 */
export function mayGrant(actor: StaffAccount, set: PermissionSet, now: Date): Verdict {
  return verdictOf(refuseGrant(staffPermissions(actor, now).stable, set));
}

/** A1 among customers (Manage Colleagues): the same over portal permissions. */
export function mayGrantPortal(actor: CustomerAccount, set: PortalPermissionSet, now: Date): Verdict {
  const { stable } = portalPermissions(actor, now);
  if (portalSet.isSubset(set, stable)) return verdictOf(null);
  const missing = wordsForPortal(portalSet.difference(set, stable));
  return verdictOf({ rule: 'A1', message: `${ONLY_WHAT_YOU_HOLD} Missing: ${missing}.` });
}

/** A1: who may add and remove members. An assignable group is open to every stable holder of Manage Users. */
export function mayChangeMembers(
  actor: StaffAccount,
  group: { set: PermissionSet; isAssignable: boolean },
  now: Date,
): Verdict {
  const { stable } = staffPermissions(actor, now);
  return verdictOf(refuseUnlessGrantor(stable) ?? refuseMembers(stable, group));
}

function refuseGrant(stable: PermissionSet, set: PermissionSet): Refusal | null {
  if (staffSet.isSubset(set, stable)) return null;
  return beyondOwn(set, stable);
}

function refuseMembers(
  stable: PermissionSet,
  { set, isAssignable }: { set: PermissionSet; isAssignable: boolean },
): Refusal | null {
  return isAssignable ? null : refuseGrant(stable, set);
}

/** A1 for inviting: every group given counts. Sets of customer groups are A10's matter, not compared here (A12). */
export const invitesWithinOwn: Rule<{ groups: readonly InvitedGroup[] }> = {
  id: 'A1',
  says: 'Invitations give only what the inviter holds without an end date, or assignable groups.',
  check: ({ staff }, { groups }) => {
    for (const group of groups) {
      const refusal = group.audience === Audience.Staff ? refuseMembers(staff.stable, group) : null;
      if (refusal !== null) return refusal;
    }
    return null;
  },
};

/** A1 for a group as a whole: created with this set, or deleted while it gives this set. */
export const definesWithinOwn: Rule<GrantedSet> = {
  id: 'A1',
  says: 'A staff group is created or deleted only by who holds all of it without an end date.',
  check: ({ staff }, group) =>
    group.audience === Audience.Staff ? refuseGrant(staff.stable, group.set) : null,
};

/** A1 for changing a group: the set before and the set after; of an assignable group only Admins change the grants. */
export const changesWithinOwn: Rule<GroupChange> = {
  id: 'A1',
  says: 'A staff group is changed only by who holds its grants, before and after, without an end date.',
  check: ({ account, staff }, change) => {
    if (isAdmin(account)) return null;
    if (change.changesAssignable === true) {
      return { rule: 'A1', message: 'Only an Admin decides whether a group is assignable. Ask an Admin.' };
    }
    if (change.audience !== Audience.Staff) return null;
    const { before, after, isAssignable, changesDetails } = change;
    if (isAssignable && before !== after) {
      return { rule: 'A1', message: 'Only an Admin changes what an assignable group gives. Ask an Admin.' };
    }
    if (isAssignable && !changesDetails) return null;
    return refuseGrant(staff.stable, staffSet.union(before, after));
  },
};
