import { ErrorCode } from '@sallyport/contracts/common';
import { Permission, UploadedEvidence } from '@sallyport/contracts/staff';
import { addEvidence, evidencePlace, fileOfEvidence, findingIdOfEvidence, touchFinding } from '@sallyport/db';
import { writeAudit } from '../../audit/write-audit.ts';
import { cleanEvidenceImage } from '../../files/images.ts';
import { AppError } from '../../trpc/errors.ts';
import { type GuardedRoute, staffRoute } from '../../trpc/guarded-route.ts';
import { announceFindings } from '../findings/announce-findings.service.ts';
import { holdProjectOf } from '../findings/open-project.service.ts';
import { firstAlt, storedName } from './evidence-names.ts';

const MAX_BYTES = 20 * 1_048_576;
const PICTURES_AT_MOST = 200;

/** R4: a picture, encoded anew; on a published finding customers see it at once. */
const uploadEvidence = staffRoute.upload({
  url: '/upload/evidence/:findingId',
  permission: Permission.ManageProjects,
  on: 'finding',
  action: 'project.write',
  maxBytes: MAX_BYTES,
  output: UploadedEvidence,
  prepare: async ({ upload }) => ({
    name: upload.name,
    image: await cleanEvidenceImage(await upload.read()),
  }),
  handle: async ({ tx, call, grant, prepared: { name, image } }) => {
    call.authorize({ action: 'project.write', project: grant.facts });
    await holdProjectOf(tx, grant);
    const { isPublished, count } = await evidencePlace(tx, grant);
    if (count >= PICTURES_AT_MOST) {
      const userMessage = `A finding holds at most ${PICTURES_AT_MOST} pictures. Remove one first.`;
      throw new AppError(ErrorCode.Conflict, { userMessage });
    }
    const { companyId, projectId } = grant.row;
    const { files } = call.request.door;
    const createdById = call.principal.account.id;
    const { mediaType, width, height } = image;
    const facts = { companyId, projectId, kind: 'EVIDENCE', name: storedName(name), mediaType } as const;
    const { fileId } = await files.put(tx, { ...facts, width, height, createdById }, image.bytes);
    const alt = firstAlt(name);
    const id = await addEvidence(tx, grant, { fileId, alt }, createdById);
    if (isPublished) await files.publishFile(tx, fileId);
    await touchFinding(tx, grant, createdById);
    await writeAudit(call, {
      action: 'evidence.added',
      objectType: 'evidence',
      objectId: id,
      after: { findingId: grant.id, audience: 'CLIENT' },
    });
    await announceFindings(tx, projectId, [grant.id]);
    return { id, alt, widthPx: width, heightPx: height };
  },
});

/** Found by its own id and read as its finding is: an id in the text of another finding opens nothing. */
const downloadEvidence = staffRoute.download({
  url: '/files/evidence/:evidenceId',
  permission: null,
  on: 'finding',
  action: 'project.read',
  locate: (tx, { evidenceId = '' }) => findingIdOfEvidence(tx, evidenceId),
  handle: async ({ tx, call, grant, params }) => {
    call.authorize({ action: 'project.read', project: grant.facts });
    const fileId = await fileOfEvidence(tx, grant, params['evidenceId'] ?? '');
    if (fileId === null) throw new AppError(ErrorCode.NotFound);
    return { fileId, disposition: 'inline' };
  },
});

export const evidenceRoutes: readonly GuardedRoute[] = [uploadEvidence, downloadEvidence];
