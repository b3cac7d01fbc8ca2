import { ErrorCode } from '@sallyport/contracts/common';
import { CreateGroupInput, GroupDetail, Permission } from '@sallyport/contracts/staff';
import { createGroup as insertGroup, nameSkeleton } from '@sallyport/db';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { canonical, grantedSet, grantKeys } from './granted-set.service.ts';
import { reloadedGroupDetail } from './group-detail.ts';
import { isNameRefused, NAME_TAKEN } from './group-name.ts';

/** A1: a new group, with nothing that the caller does not hold for good. */
export const createGroup = procedure
  .staff({
    permission: [Permission.ManageUsers, Permission.ManageCustomers],
    action: 'group.create',
    changesAccess: true,
  })
  .input(CreateGroupInput)
  .output(GroupDetail)
  .mutation(async ({ tx, call, input: { name, purpose, grants: wanted } }) => {
    const grants = canonical(wanted);
    call.authorize({ action: 'group.create', ...grantedSet(grants) });
    if (await isNameRefused(tx, name, null)) {
      throw new AppError(ErrorCode.NameTaken, { fields: [{ path: 'name', message: NAME_TAKEN }] });
    }
    const { audience } = grants;
    const createdById = call.principal.account.id;
    const id = await insertGroup(tx, {
      audience,
      name,
      nameSkeleton: nameSkeleton(name),
      purpose,
      createdById,
      grants,
    });
    await writeAudit(call, {
      action: 'group.created',
      objectType: 'group',
      objectId: id,
      after: { audience, grants: grantKeys(grants) },
    });
    return reloadedGroupDetail(call, id);
  });
