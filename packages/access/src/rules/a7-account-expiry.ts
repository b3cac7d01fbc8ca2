import { isBefore } from '../effective.ts';
import type { GroupChange, InvitedGroup } from '../request.ts';
import type { Refusal } from '../verdict.ts';
import type { Rule } from './rule.ts';

const NEEDS_END: Refusal = Object.freeze({
  rule: 'A7',
  message: 'This group is for accounts with an end date. Give the account an end date first.',
});

/** A7: some groups are for a limited time only (Contractor); an invitation into one sets the end of the account. */
export const invitesWithExpiry: Rule<{ groups: readonly InvitedGroup[]; expiresAt: Date | null }> = {
  id: 'A7',
  says: 'Groups that require an end date take only accounts that have one, and it lies ahead.',
  check: ({ now }, { groups, expiresAt }) => {
    if (!isBefore(now, expiresAt)) {
      return { rule: 'A7', message: 'The end date of the account has passed. Choose a later one.' };
    }
    return expiresAt === null && groups.some((group) => group.requiresAccountExpiry) ? NEEDS_END : null;
  },
};

/** A7: the same when members are added later. */
export const addsWithExpiry: Rule<GroupChange> = {
  id: 'A7',
  says: 'Groups that require an end date take only accounts that have one.',
  check: (_actor, { requiresAccountExpiry, adds }) =>
    requiresAccountExpiry && adds.some((account) => account.expiresAt === null) ? NEEDS_END : null,
};
