import { ErrorCode, ShownPhoto } from '@sallyport/contracts/common';
import { clearOwnPhoto } from '@sallyport/db/identity';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';

/** Takes one's own photo away; the database function records it. */
export const portalRemovePhoto = procedure
  .portal({ permission: null, action: 'portal.profile.update' })
  .input(NoInput)
  .output(ShownPhoto)
  .mutation(async ({ tx, call }) => {
    call.authorize({ action: 'portal.profile.update' });
    const previous = await clearOwnPhoto(tx, call.request);
    if (!previous) throw new AppError(ErrorCode.NotFound);
    call.request.door.files.removeFromPortal(tx, previous);
    call.noteAudit();
    return { photo: null };
  });
