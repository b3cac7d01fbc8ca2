import { AccountId, ErrorCode, ShownPhoto } from '@sallyport/contracts/common';
import { visiblePhotos } from '@sallyport/db';
import { findPhoto, replacePhoto } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { cleanPhoto } from '../../files/images.ts';
import { AppError } from '../../trpc/errors.ts';
import { type GuardedRoute, staffRoute } from '../../trpc/guarded-route.ts';
import { staffCaller } from '../signed-in.ts';
import { PHOTO_BYTES } from './photo-limits.ts';

/** R4: one's own picture, encoded anew; staff alone see it. */
const uploadPhoto = staffRoute.upload({
  url: '/upload/photo',
  permission: null,
  action: 'profile.update',
  maxBytes: PHOTO_BYTES,
  output: ShownPhoto,
  prepare: async ({ upload }) => cleanPhoto(await upload.read()),
  handle: async ({ tx, call, prepared: { bytes, mediaType, width, height } }) => {
    call.authorize({ action: 'profile.update' });
    const { id, companyId } = staffCaller(call).account;
    const { files } = call.request.door;
    // It is a part of the account and no trace of what the account did, so it names no creator.
    const facts = {
      companyId,
      projectId: null,
      kind: 'PHOTO',
      name: 'photo.webp',
      mediaType,
      createdById: null,
    } as const;
    const { fileId } = await files.put(tx, { ...facts, width, height }, bytes);
    const previous = await replacePhoto(tx, id, fileId);
    if (previous !== null) await files.remove(tx, previous);
    await writeAudit(call, { action: 'account.photo-changed', objectType: 'account', objectId: id });
    return { photo: fileId };
  },
});

/** Of staff for every staff user, of customers for whoever sees their names; absent for everybody else. */
const downloadPhoto = staffRoute.download({
  url: '/files/photos/:accountId',
  permission: null,
  action: 'photo.read',
  handle: async ({ tx, call, params }) => {
    call.authorize({ action: 'photo.read' });
    const id = AccountId.safeParse(params['accountId']);
    const found = id.success ? await findPhoto(tx, id.data, visiblePhotos(call.principal)) : null;
    if (!found) throw new AppError(ErrorCode.NotFound);
    return { ...found, disposition: 'inline' };
  },
});

export const photoRoutes: readonly GuardedRoute[] = [uploadPhoto, downloadPhoto];
