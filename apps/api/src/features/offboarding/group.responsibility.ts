import { leaveAllGroups } from '@sallyport/db';
import { writeAudit } from '../../audit/write-audit.ts';
import { membershipRemoved } from '../groups/group-audit.service.ts';
import type { Ended } from './responsibility.ts';

/** Groups that somebody is in: whoever dominates the person may take all of them (A1, A2). */
export const groupResponsibility: Ended = {
  noun: 'group',
  async list(_call, { row }) {
    return row.memberships.map(({ groupId, groupName, groupPurpose }) => ({
      id: groupId,
      name: groupName,
      detail: groupPurpose,
      role: null,
      isOpen: true,
      canHandOver: false,
      why: null,
    }));
  },
  async end(call, leaver) {
    const groupIds = await leaveAllGroups(call.tx, leaver);
    await writeAudit(call, ...groupIds.map((groupId) => membershipRemoved(groupId, leaver.id)));
    return groupIds.length;
  },
};
