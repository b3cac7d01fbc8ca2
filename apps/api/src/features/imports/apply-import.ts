import { ErrorCode } from '@sallyport/contracts/common';
import { ApplyImportInput, ChangedImport, Permission } from '@sallyport/contracts/staff';
import { announce, enqueue, moveImport } from '@sallyport/db';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';

/** Carries out what the preview showed: a job, so that a large file holds nobody up. */
export const applyImport = procedure
  .staff({ permission: Permission.ManageProjects, on: 'import', action: 'project.write' })
  .input(ApplyImportInput)
  .output(ChangedImport)
  .mutation(async ({ tx, call, grant, input }) => {
    call.authorize({ action: 'project.write', project: grant.facts });
    const version = await moveImport(tx, grant, input.version, { from: ['READY'], to: 'APPLYING' });
    if (version === null) {
      throw new AppError(ErrorCode.StaleEdit, {
        userMessage: 'This import has moved on since you opened it. Look at it again.',
      });
    }
    const { id, projectId } = grant.row;
    await enqueue(tx, 'apply-import', { importId: id, actorId: call.principal.account.id }, `import-${id}`);
    await writeAudit(call, {
      action: 'import.applied',
      objectType: 'import',
      objectId: id,
      after: {
        projectId,
        newFindings: grant.row.newFindingCount,
        newInstances: grant.row.newInstanceCount,
      },
    });
    await announce(tx, { kind: 'import', id, projectId });
    return { version };
  });
