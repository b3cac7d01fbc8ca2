import { Done, ErrorCode } from '@sallyport/contracts/common';
import { Permission, RemoveEvidenceInput } from '@sallyport/contracts/staff';
import { removeEvidence as deleteEvidence, lockEvidence, touchFinding } from '@sallyport/db';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { announceFindings } from '../findings/announce-findings.service.ts';
import { holdProjectOf } from '../findings/open-project.service.ts';
import { DONE } from '../wire.ts';

/** Takes the picture out of both stores. Reports that were released keep their own copy. */
export const removeEvidence = procedure
  .staff({ permission: Permission.ManageProjects, on: 'finding', action: 'project.write' })
  .input(RemoveEvidenceInput)
  .output(Done)
  .mutation(async ({ tx, call, grant, input }) => {
    call.authorize({ action: 'project.write', project: grant.facts });
    await holdProjectOf(tx, grant);
    const evidence = await lockEvidence(tx, grant, input.evidenceId);
    if (!evidence) throw new AppError(ErrorCode.NotFound, { log: 'not evidence of this finding' });
    await deleteEvidence(tx, input.evidenceId);
    await call.request.door.files.remove(tx, evidence.fileId);
    await touchFinding(tx, grant, call.principal.account.id);
    await writeAudit(call, {
      action: 'evidence.removed',
      objectType: 'evidence',
      objectId: input.evidenceId,
      before: { findingId: grant.id, audience: evidence.audience },
    });
    await announceFindings(tx, grant.row.projectId, [grant.id]);
    return DONE;
  });
