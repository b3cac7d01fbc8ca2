import { Audience, ErrorCode } from '@sallyport/contracts/common';
import { BulkAddToGroupInput, BulkDone, Permission } from '@sallyport/contracts/staff';
import { addMemberships } from '@sallyport/db';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { auditOfChange } from '../groups/group-audit.service.ts';
import { planGroupChange } from '../groups/group-plan.service.ts';

/** A1, A11: puts several people into a group, all or none; who is in it already stays as they are. */
export const bulkAddToGroup = procedure
  .staff({
    permission: [Permission.ManageUsers, Permission.ManageCustomers],
    on: 'group',
    action: 'group.update',
    changesAccess: true,
  })
  .input(BulkAddToGroupInput)
  .output(BulkDone)
  .mutation(async ({ tx, call, grant, input: { userIds, reason, expiresAt } }) => {
    const { row } = grant;
    const members = new Set<string>(row.members.map(({ id }) => id));
    const addMembers = [...new Set(userIds)]
      .filter((id) => !members.has(id))
      .map((userId) => ({ userId, reason, expiresAt }));
    const { version, name, purpose, grants } = row;
    const change = { version, name, purpose, grants, addMembers, removeMembers: [] };
    const plan = await planGroupChange(call, grant, change);
    call.authorize(plan.request);
    if (row.audience !== Audience.Staff) {
      const userMessage = 'People of the firm join groups of the firm. Choose another group.';
      throw new AppError(ErrorCode.InvalidInput, { userMessage });
    }
    await addMemberships(
      tx,
      plan.adds.map(({ account, expiresAt: end }) => ({
        groupId: grant.id,
        accountId: account.person.id,
        audience: Audience.Staff,
        grantedById: call.principal.account.id,
        reason,
        expiresAt: end,
      })),
    );
    await writeAudit(call, ...auditOfChange(plan));
    return { count: plan.adds.length };
  });
