import { ListReleasedReportsInput, PortalPermission, ReleasedReportList } from '@sallyport/contracts/portal';
import { listReleasedReports } from '@sallyport/db';
import { procedure } from '../../trpc/procedure.ts';
import { sightOf } from '../customer-projects/customer-sight.service.ts';
import { versionLabel } from '../reports/version-label.service.ts';
import { iso } from '../wire.ts';
import { offeredCopy } from './offered-copy.ts';

/** Released reports, each with the size and checksum of the very file that this customer would get. */
export const listReports = procedure
  .portal({ permission: PortalPermission.DownloadReports, action: 'portal.report.list' })
  .input(ListReleasedReportsInput)
  .output(ReleasedReportList)
  .query(async ({ tx, call, input: { projectId } }) => {
    call.authorize({ action: 'portal.report.list' });
    const hasSteps = sightOf(call.principal).steps;
    const records = await listReleasedReports(tx, call.principal, { hasSteps, projectId });
    const rows = records.flatMap((record) => {
      const copy = offeredCopy(record, hasSteps);
      if (copy === null) return [];
      const { bytes, sha256 } = copy.file;
      return [
        {
          id: record.id,
          projectId: record.projectId,
          projectName: record.projectName,
          versionLabel: versionLabel(record),
          releasedAt: iso(record.releasedAt),
          pages: copy.pages,
          bytes,
          sha256,
          hasSteps,
        },
      ];
    });
    return { rows };
  });
