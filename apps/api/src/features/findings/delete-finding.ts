import { Done, ErrorCode } from '@sallyport/contracts/common';
import { DeleteFindingInput, Permission } from '@sallyport/contracts/staff';
import { deleteFinding as removeFinding } from '@sallyport/db';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { DONE } from '../wire.ts';
import { announceFindings } from './announce-findings.service.ts';
import { holdProjectOf } from './open-project.service.ts';
import { shownReference } from './reference.service.ts';

/** Only what customers never saw is deleted (C3: its number would be missing); with it go its instances and evidence. */
export const deleteFinding = procedure
  .staff({ permission: Permission.ManageProjects, on: 'finding', action: 'project.write' })
  .input(DeleteFindingInput)
  .output(Done)
  .mutation(async ({ tx, call, grant, input }) => {
    call.authorize({ action: 'project.write', project: grant.facts });
    const { projectId, reference, severity } = grant.row;
    if (reference !== null) {
      const userMessage = `${shownReference(reference)} was published once, so it stays. Unpublish it to hide it from customers.`;
      throw new AppError(ErrorCode.Conflict, { userMessage });
    }
    await holdProjectOf(tx, grant);
    const deleted = await removeFinding(tx, grant, input.version);
    if (!deleted) throw new AppError(ErrorCode.StaleEdit);
    for (const fileId of deleted.fileIds) await call.request.door.files.remove(tx, fileId);
    await writeAudit(call, {
      action: 'finding.deleted',
      objectType: 'finding',
      objectId: grant.id,
      before: { projectId, severity },
    });
    await announceFindings(tx, projectId, [grant.id]);
    return DONE;
  });
