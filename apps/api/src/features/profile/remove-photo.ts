import { ErrorCode, ShownPhoto } from '@sallyport/contracts/common';
import { replacePhoto } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { staffCaller } from '../signed-in.ts';
import { NoInput } from '../wire.ts';

/** Takes one's own photo away. */
export const removePhoto = procedure
  .staff({ permission: null, action: 'profile.update' })
  .input(NoInput)
  .output(ShownPhoto)
  .mutation(async ({ tx, call }) => {
    call.authorize({ action: 'profile.update' });
    const { id } = staffCaller(call).account;
    const previous = await replacePhoto(tx, id, null);
    if (previous === null) throw new AppError(ErrorCode.NotFound);
    await call.request.door.files.remove(tx, previous);
    await writeAudit(call, { action: 'account.photo-removed', objectType: 'account', objectId: id });
    return { photo: null };
  });
