import { ErrorCode } from '@sallyport/contracts/common';
import { Permission } from '@sallyport/contracts/staff';
import { replaceLogo } from '@sallyport/db';
import { z } from 'zod';
import { writeAudit } from '../../audit/write-audit.ts';
import { cleanLogo } from '../../files/images.ts';
import { AppError } from '../../trpc/errors.ts';
import { type GuardedRoute, staffRoute } from '../../trpc/guarded-route.ts';

const MAX_BYTES = 5 * 1_048_576;
const UploadedLogo = z.strictObject({ version: z.number().int() });

/** R4: a picture, encoded anew; the company's own people see it on the portal at once. */
const uploadLogo = staffRoute.upload({
  url: '/upload/logos/:companyId',
  permission: Permission.ManageCompanies,
  on: 'company',
  action: 'company.update',
  maxBytes: MAX_BYTES,
  output: UploadedLogo,
  prepare: async ({ upload }) => cleanLogo(await upload.read()),
  handle: async ({ tx, call, grant, prepared: { bytes, mediaType, width, height } }) => {
    call.authorize({ action: 'company.update', company: grant.facts });
    const { files } = call.request.door;
    const facts = {
      companyId: grant.id,
      projectId: null,
      kind: 'LOGO',
      name: 'logo.png',
      mediaType,
    } as const;
    const createdById = call.principal.account.id;
    const { fileId } = await files.put(tx, { ...facts, width, height, createdById }, bytes);
    const { version, previousFileId } = await replaceLogo(tx, grant, fileId);
    if (previousFileId !== null) await files.remove(tx, previousFileId);
    await files.publishFile(tx, fileId);
    await writeAudit(call, { action: 'company.logo-changed', objectType: 'company', objectId: grant.id });
    return { version };
  },
});

const downloadLogo = staffRoute.download({
  url: '/files/logos/:companyId',
  permission: null,
  on: 'company',
  action: 'company.read',
  handle: async ({ call, grant }) => {
    call.authorize({ action: 'company.read', company: grant.facts });
    const fileId = grant.row.logoFileId;
    if (fileId === null) throw new AppError(ErrorCode.NotFound);
    return { fileId, disposition: 'inline' };
  },
});

export const companyRoutes: readonly GuardedRoute[] = [uploadLogo, downloadLogo];
