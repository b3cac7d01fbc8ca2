import { ErrorCode } from '@sallyport/contracts/common';
import { ChangedImport, DiscardImportInput, Permission } from '@sallyport/contracts/staff';
import { announce, moveImport } from '@sallyport/db';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';

/** Puts a file aside that was not carried out. The project stays as it is. */
export const discardImport = procedure
  .staff({ permission: Permission.ManageProjects, on: 'import', action: 'project.write' })
  .input(DiscardImportInput)
  .output(ChangedImport)
  .mutation(async ({ tx, call, grant, input }) => {
    call.authorize({ action: 'project.write', project: grant.facts });
    const from = ['UPLOADED', 'READY', 'FAILED'] as const;
    const version = await moveImport(tx, grant, input.version, { from, to: 'DISCARDED' });
    if (version === null) {
      throw new AppError(ErrorCode.StaleEdit, {
        userMessage: 'This import has moved on since you opened it. Look at it again.',
      });
    }
    const { id, projectId } = grant.row;
    await writeAudit(call, {
      action: 'import.discarded',
      objectType: 'import',
      objectId: id,
      after: { projectId },
    });
    await announce(tx, { kind: 'import', id, projectId });
    return { version };
  });
