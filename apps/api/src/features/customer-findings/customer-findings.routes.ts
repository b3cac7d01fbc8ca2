import { ErrorCode } from '@sallyport/contracts/common';
import { PortalPermission } from '@sallyport/contracts/portal';
import { findingIdOfEvidence } from '@sallyport/db';
import { AppError } from '../../trpc/errors.ts';
import { type GuardedRoute, portalRoute } from '../../trpc/guarded-route.ts';

/**
 * A picture of a published finding, for the client. An id that stands in a text opens nothing by itself: the picture
 * must be among those of its finding that this customer sees. What the tester called the file stays inside.
 */
const downloadEvidence = portalRoute.download({
  url: '/files/evidence/:evidenceId',
  permission: PortalPermission.ViewStepsAndEvidence,
  on: 'published-finding',
  action: 'portal.evidence.read',
  locate: (tx, { evidenceId = '' }) => findingIdOfEvidence(tx, evidenceId),
  handle: async ({ call, grant, params }) => {
    call.authorize({ action: 'portal.evidence.read', shown: grant.facts });
    const wanted = params['evidenceId']?.toLowerCase();
    const found = grant.row.evidence.find(({ id }) => id === wanted);
    if (!found) throw new AppError(ErrorCode.NotFound);
    return { fileId: found.fileId, disposition: 'inline', name: 'evidence.png' };
  },
});

export const customerFindingsRoutes: readonly GuardedRoute[] = [downloadEvidence];
