import { GenerateReportInput, Permission, QueuedReport } from '@sallyport/contracts/staff';
import { announce, createReport, enqueue } from '@sallyport/db';
import { writeAudit } from '../../audit/write-audit.ts';
import { procedure } from '../../trpc/procedure.ts';

/** Queues a report about all findings of the project as they are when the worker gets to it. */
export const generateReport = procedure
  .staff({ permission: Permission.ManageProjects, on: 'project', action: 'project.report' })
  .input(GenerateReportInput)
  .output(QueuedReport)
  .mutation(async ({ tx, call, grant }) => {
    call.authorize({ action: 'project.report', project: grant.facts });
    const actorId = call.principal.account.id;
    const { id, number } = await createReport(tx, grant, actorId);
    await enqueue(tx, 'render-report', { reportId: id, actorId }, `report-${id}`);
    await writeAudit(call, {
      action: 'report.requested',
      objectType: 'report',
      objectId: id,
      after: { projectId: grant.id, number },
    });
    await announce(tx, { kind: 'report', id, projectId: grant.id });
    return { id, number };
  });
