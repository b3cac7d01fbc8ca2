import { ErrorCode } from '@sallyport/contracts/common';
import { Permission, ReleaseReportInput, ReportRow } from '@sallyport/contracts/staff';
import { announce, findVisible, releaseReport as markReleased, reportObstacles } from '@sallyport/db';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { releaseProblem } from './release-problem.ts';
import { reportView } from './report-view.ts';

/** Hands a finished version to the client, for good (C5). */
export const releaseReport = procedure
  .staff({ permission: Permission.ManageProjects, on: 'report', action: 'project.release' })
  .input(ReleaseReportInput)
  .output(ReportRow)
  .mutation(async ({ tx, call, grant }) => {
    call.authorize({ action: 'project.release', project: grant.facts });
    const { row } = grant;
    const obstacles = await reportObstacles(tx, grant);
    const problem = releaseProblem(row, obstacles);
    if (problem !== null) throw new AppError(ErrorCode.Conflict, { userMessage: problem });
    const { files } = call.request.door;
    for (const fileId of [row.fileId, row.plainFileId])
      if (fileId !== null) await files.publishFile(tx, fileId);
    const { account } = call.principal;
    const releasedAt = await markReleased(tx, grant, account.id);
    if (!releasedAt) {
      throw new AppError(ErrorCode.StaleEdit, {
        userMessage: 'Somebody else released this version just now.',
      });
    }
    await writeAudit(call, {
      action: 'report.released',
      objectType: 'report',
      objectId: row.id,
      after: {
        projectId: row.projectId,
        version: `${row.versionMajor}.${row.versionMinor}`,
        sha256: row.sha256,
      },
    });
    await announce(tx, { kind: 'report', id: row.id, projectId: row.projectId });
    const released = await findVisible(tx, call.principal, 'report', row.id);
    return reportView(released?.row ?? { ...row, releasedAt }, obstacles);
  });
