import { ErrorCode } from '@sallyport/contracts/common';
import { Permission, UpdateUserInput, UserDetail } from '@sallyport/contracts/staff';
import { updateUserProfile } from '@sallyport/db/identity';
import { changedKeys } from '../../audit/changed-keys.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { reloadedUserDetail } from './user-detail.ts';

/** A2: name, username and title of somebody whom the caller dominates. */
export const updateUser = procedure
  .staff({ permission: Permission.ManageUsers, on: 'user', action: 'user.update' })
  .input(UpdateUserInput)
  .output(UserDetail)
  .mutation(async ({ tx, call, grant, input }) => {
    call.authorize({ action: 'user.update', target: grant.facts });
    const { displayName, username, title } = input;
    const fields = { displayName, username, title };
    const isSaved = await updateUserProfile(tx, grant, input.version, fields);
    if (!isSaved) throw new AppError(ErrorCode.StaleEdit);
    await writeAudit(call, {
      action: 'account.updated',
      objectType: 'account',
      objectId: grant.id,
      after: { changed: changedKeys(grant.row, fields) },
    });
    return reloadedUserDetail(call, grant.id);
  });
