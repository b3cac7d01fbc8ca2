import { ErrorCode } from '@sallyport/contracts/common';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { staffRoute } from '../../trpc/guarded-route.ts';

/** A finished report, drafts included, for who reads the project. */
export const downloadReport = staffRoute.download({
  url: '/files/reports/:reportId',
  permission: null,
  on: 'report',
  action: 'project.download',
  handle: async ({ call, grant }) => {
    call.authorize({ action: 'project.download', project: grant.facts });
    const { row } = grant;
    if (row.fileId === null) {
      throw new AppError(ErrorCode.Conflict, {
        userMessage: 'This report is not finished. Wait for it, or generate it again.',
      });
    }
    await writeAudit(call, {
      action: 'report.downloaded',
      objectType: 'report',
      objectId: row.id,
      after: { projectId: row.projectId, number: row.number },
    });
    return { fileId: row.fileId, disposition: 'attachment' };
  },
});
