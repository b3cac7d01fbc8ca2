import { ErrorCode } from '@sallyport/contracts/common';
import { PortalPermission } from '@sallyport/contracts/portal';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { type GuardedRoute, portalRoute } from '../../trpc/guarded-route.ts';
import { sightOf } from '../customer-projects/customer-sight.service.ts';
import { versionLabel } from '../reports/version-label.service.ts';
import { offeredCopy } from './offered-copy.ts';

/** A released report, in the copy that this customer may have (C5). */
const downloadReport = portalRoute.download({
  url: '/files/reports/:reportId',
  permission: PortalPermission.DownloadReports,
  on: 'released-report',
  action: 'portal.report.download',
  handle: async ({ call, grant }) => {
    call.authorize({ action: 'portal.report.download', shown: grant.facts });
    const { row } = grant;
    const copy = offeredCopy(row, sightOf(call.principal).steps);
    if (copy === null) throw new AppError(ErrorCode.NotFound);
    await writeAudit(call, {
      action: 'report.downloaded',
      objectType: 'report',
      objectId: row.id,
      after: { projectId: row.projectId, version: versionLabel(row), hasSteps: copy.hasSteps },
    });
    const name = `penetration-test-report-${versionLabel(row)}.pdf`;
    return { fileId: copy.file.id, disposition: 'attachment', name };
  },
});

export const customerReportsRoutes: readonly GuardedRoute[] = [downloadReport];
