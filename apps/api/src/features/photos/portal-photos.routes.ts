import { ErrorCode, ShownPhoto } from '@sallyport/contracts/common';
import { ownPhoto, setOwnPhoto } from '@sallyport/db/identity';
import { cleanPhoto } from '../../files/images.ts';
import { AppError } from '../../trpc/errors.ts';
import { type GuardedRoute, portalRoute } from '../../trpc/guarded-route.ts';
import { customerCaller } from '../signed-in.ts';
import { PHOTO_BYTES } from './photo-limits.ts';

/** R4: one's own picture, encoded anew, in the portal's store alone. The database function records it. */
const uploadPhoto = portalRoute.upload({
  url: '/upload/photo',
  permission: null,
  action: 'portal.profile.update',
  maxBytes: PHOTO_BYTES,
  output: ShownPhoto,
  prepare: async ({ upload }) => cleanPhoto(await upload.read()),
  handle: async ({ tx, call, prepared }) => {
    call.authorize({ action: 'portal.profile.update' });
    const { companyId } = customerCaller(call).account;
    const { door, address, requestId } = call.request;
    const owner = { companyId, projectId: null };
    const { fileId } = await door.files.putInPortal(tx, owner, prepared.bytes, async (file) => {
      const stored = await setOwnPhoto(tx, { ...file, edge: prepared.width, address, requestId });
      if (!stored) throw new AppError(ErrorCode.Unauthenticated);
      if (stored.previous) door.files.removeFromPortal(tx, stored.previous);
      return stored;
    });
    call.noteAudit();
    return { photo: fileId };
  },
});

/** C1: one's own photo, which no part of the address names. */
const downloadPhoto = portalRoute.download({
  url: '/files/photo',
  permission: null,
  action: 'portal.profile.read',
  handle: async ({ tx, call }) => {
    call.authorize({ action: 'portal.profile.read' });
    const fileId = await ownPhoto(tx, call.principal);
    if (fileId === null) throw new AppError(ErrorCode.NotFound);
    return { fileId, disposition: 'inline' };
  },
});

export const portalPhotoRoutes: readonly GuardedRoute[] = [uploadPhoto, downloadPhoto];
