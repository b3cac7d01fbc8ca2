import { ErrorCode } from '@sallyport/contracts/common';
import { OwnProfile, UpdateOwnProfileInput } from '@sallyport/contracts/staff';
import { updateUserProfile } from '@sallyport/db/identity';
import { changedKeys } from '../../audit/changed-keys.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { ownProfile, readSelf } from './own-profile.ts';

export const updateProfile = procedure
  .staff({ permission: null, action: 'profile.update' })
  .input(UpdateOwnProfileInput)
  .output(OwnProfile)
  .mutation(async ({ tx, call, input }) => {
    call.authorize({ action: 'profile.update' });
    const before = await readSelf(call);
    const { version, displayName, title, phone = before.phone, username = before.username } = input;
    const fields = { displayName, title, phone, username };
    if (!(await updateUserProfile(tx, before, version, fields))) throw new AppError(ErrorCode.StaleEdit);
    await writeAudit(call, {
      action: 'account.updated',
      objectType: 'account',
      objectId: before.id,
      after: { changed: changedKeys(before, fields) },
    });
    return ownProfile(call);
  });
