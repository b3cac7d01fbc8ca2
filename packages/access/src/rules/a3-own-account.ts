import { isLiveMembership } from '../effective.ts';
import type { Account, Membership, Principal } from '../principal.ts';
import type { GrantedSet, GroupChange } from '../request.ts';
import type { Refusal } from '../verdict.ts';
import { isAdmin } from './is-admin.ts';
import type { Rule } from './rule.ts';

/** A3: nobody changes their own status. */
export const notOneself: Rule<{ target: Account }> = {
  id: 'A3',
  says: 'Nobody changes their own status.',
  check: ({ account }, { target }) =>
    account.id === target.id ? refuse('You cannot change the status of your own account.') : null,
};

/** A3: nobody moves the end of their own account. */
export const notOwnExpiry: Rule<{ target: Account; expiresAt?: Date | null }> = {
  id: 'A3',
  says: 'Nobody changes the end of their own account.',
  check: ({ account }, { target, expiresAt }) =>
    expiresAt !== undefined && account.id === target.id
      ? refuse('You cannot change the end date of your own account.')
      : null,
};

/** A3: an Admin may drop the own flag (A5 says when not); raising it oneself is never possible. */
export const notOwnFlag: Rule<{ target: Account; value: boolean }> = {
  id: 'A3',
  says: 'Nobody makes themselves an Admin; an Admin may drop the own flag.',
  check: ({ account }, { target, value }) =>
    value && account.id === target.id ? refuse('You cannot make yourself an Admin.') : null,
};

/**
 * A3: nobody joins or leaves a group by their own hand, nor changes what a group gives them. What a group gives an
 * Admin changes nothing for the Admin, who holds everything by the flag.
 */
export const notOwnMembership: Rule<GroupChange> = {
  id: 'A3',
  says: 'Nobody changes their own groups, nor the grants of a group they are in (an Admin may change its grants).',
  check: (actor, change) => {
    const { account } = actor;
    const isSelf = ({ id }: Account) => id === account.id;
    if (change.adds.some(isSelf)) return refuse('You cannot add yourself to a group.');
    if (change.removes.some(isSelf)) return refuse('You cannot remove yourself from a group.');
    const changesGrants = change.before !== change.after;
    if (changesGrants && !isAdmin(account) && isMember(actor, change.groupId)) {
      return refuse('You are in this group, so changing what it gives would change your own permissions.');
    }
    return null;
  },
};

/** A3: deleting a group ends all memberships, one's own among them. */
export const notOwnGroup: Rule<GrantedSet & { groupId: string }> = {
  id: 'A3',
  says: 'Nobody deletes a group they are in.',
  check: (actor, { groupId }) =>
    isMember(actor, groupId)
      ? refuse('You are in this group, so deleting it would change your own groups.')
      : null,
};

function isMember({ account, now }: Principal, groupId: string): boolean {
  const memberships: readonly Membership<unknown>[] = account.memberships;
  return memberships.some(
    (membership) => membership.groupId === groupId && isLiveMembership(membership, now),
  );
}

function refuse(message: string): Refusal {
  return { rule: 'A3', message: `${message} Ask someone else who may.` };
}
