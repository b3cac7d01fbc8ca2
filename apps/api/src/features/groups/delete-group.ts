import { Done, ErrorCode } from '@sallyport/contracts/common';
import { DeleteGroupInput, Permission } from '@sallyport/contracts/staff';
import { memberIds, deleteGroup as removeGroup, removeMemberships } from '@sallyport/db';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { DONE } from '../wire.ts';
import { grantedSet, grantKeys } from './granted-set.service.ts';
import { membershipRemoved } from './group-audit.service.ts';

const HIDDEN_MEMBERS =
  'This group has members whom you cannot see. Ask someone with Manage Customers to delete it.';

/** A6: deletes a group that is not built in, and with it the memberships. */
export const deleteGroup = procedure
  .staff({
    permission: [Permission.ManageUsers, Permission.ManageCustomers],
    on: 'group',
    action: 'group.delete',
    changesAccess: true,
  })
  .input(DeleteGroupInput)
  .output(Done)
  .mutation(async ({ tx, call, grant, input }) => {
    const { row, id } = grant;
    call.authorize({
      action: 'group.delete',
      ...grantedSet(row.grants),
      groupId: id,
      isBuiltIn: row.key !== null,
    });
    if (input.version !== row.version) throw new AppError(ErrorCode.StaleEdit);
    const members = await memberIds(tx, id);
    // A12: who of the customers is in a group is for Manage Customers to end.
    if (members.length > row.members.length)
      throw new AppError(ErrorCode.Conflict, { userMessage: HIDDEN_MEMBERS });
    await removeMemberships(tx, grant, members);
    if (!(await removeGroup(tx, grant, input.version))) throw new AppError(ErrorCode.StaleEdit);
    await writeAudit(call, ...members.map((accountId) => membershipRemoved(id, accountId)), {
      action: 'group.deleted',
      objectType: 'group',
      objectId: id,
      before: { grants: grantKeys(row.grants) },
    });
    return DONE;
  });
