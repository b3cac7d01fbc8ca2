import { ErrorCode } from '@sallyport/contracts/common';
import { GroupDetail, Permission, UpdateGroupInput } from '@sallyport/contracts/staff';
import { addMemberships, nameSkeleton, removeMemberships, updateGroup as saveGroup } from '@sallyport/db';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { auditOfChange } from './group-audit.service.ts';
import { reloadedGroupDetail } from './group-detail.ts';
import { isNameRefused, NAME_TAKEN } from './group-name.ts';
import { planGroupChange } from './group-plan.service.ts';

/** A1, A11: name, purpose, grants and members, saved as one or not at all. */
export const updateGroup = procedure
  .staff({
    permission: [Permission.ManageUsers, Permission.ManageCustomers],
    on: 'group',
    action: 'group.update',
    changesAccess: true,
  })
  .input(UpdateGroupInput)
  .output(GroupDetail)
  .mutation(async ({ tx, call, grant, input }) => {
    const plan = await planGroupChange(call, grant, input);
    call.authorize(plan.request);
    const { name, purpose, grants, changesGrants, changed } = plan;
    if (changed.includes('name') && (await isNameRefused(tx, name, grant.row))) {
      throw new AppError(ErrorCode.NameTaken, { fields: [{ path: 'name', message: NAME_TAKEN }] });
    }

    const change = { name, nameSkeleton: nameSkeleton(name), purpose, grants: changesGrants ? grants : null };
    if (!(await saveGroup(tx, grant, input.version, change))) throw new AppError(ErrorCode.StaleEdit);
    const { audience } = grant.row;
    const grantedById = call.principal.account.id;
    const ids = plan.removes.map(({ person }) => person.id);
    await removeMemberships(tx, grant, ids);
    await addMemberships(
      tx,
      plan.adds.map(({ account, reason, expiresAt }) => ({
        groupId: grant.id,
        accountId: account.person.id,
        audience,
        grantedById,
        reason,
        expiresAt,
      })),
    );
    await writeAudit(call, ...auditOfChange(plan));
    return reloadedGroupDetail(call, grant.id);
  });
