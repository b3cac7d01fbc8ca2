import { Audience } from '@sallyport/contracts/common';
import type { GroupChange, InvitedGroup } from '../request.ts';
import type { Refusal } from '../verdict.ts';
import type { Rule } from './rule.ts';

const STAFF_GROUPS_ONLY: Refusal = Object.freeze({
  rule: 'A10',
  message: 'Staff are in staff groups and customers in customer groups. Choose a group of the right kind.',
});

/** A10: a staff account is never put into a customer group; the database says so again. */
export const invitesIntoStaffGroups: Rule<{ groups: readonly InvitedGroup[] }> = {
  id: 'A10',
  says: 'A staff account is invited into staff groups alone.',
  check: (_actor, { groups }) =>
    groups.some(({ audience }) => audience !== Audience.Staff) ? STAFF_GROUPS_ONLY : null,
};

/** A10: members are of the group's audience. */
export const membersOfOneAudience: Rule<GroupChange> = {
  id: 'A10',
  says: 'Members are of the same audience as their group.',
  check: (_actor, { audience, adds }) =>
    adds.some((account) => account.audience !== audience) ? STAFF_GROUPS_ONLY : null,
};
