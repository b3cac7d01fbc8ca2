import { Done, ErrorCode } from '@sallyport/contracts/common';
import { Permission, UpdateEvidenceInput } from '@sallyport/contracts/staff';
import { evidencePlace, lockEvidence, updateEvidence as saveEvidence, touchFinding } from '@sallyport/db';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { announceFindings } from '../findings/announce-findings.service.ts';
import { holdProjectOf } from '../findings/open-project.service.ts';
import { DONE } from '../wire.ts';

/** C4: what becomes internal leaves the portal's store at once; what becomes the client's on a published finding enters it. */
export const updateEvidence = procedure
  .staff({ permission: Permission.ManageProjects, on: 'finding', action: 'project.write' })
  .input(UpdateEvidenceInput)
  .output(Done)
  .mutation(async ({ tx, call, grant, input }) => {
    call.authorize({ action: 'project.write', project: grant.facts });
    await holdProjectOf(tx, grant);
    const { evidenceId, caption, alt, audience } = input;
    const before = await lockEvidence(tx, grant, evidenceId);
    if (!before) throw new AppError(ErrorCode.NotFound, { log: 'not evidence of this finding' });
    await saveEvidence(tx, evidenceId, { caption, alt, audience });
    const { files } = call.request.door;
    const { isPublished } = await evidencePlace(tx, grant);
    if (audience === 'INTERNAL') await files.withdrawFile(tx, before.fileId);
    else if (isPublished) await files.publishFile(tx, before.fileId);
    await touchFinding(tx, grant, call.principal.account.id);
    await writeAudit(call, {
      action: 'evidence.changed',
      objectType: 'evidence',
      objectId: evidenceId,
      before: { audience: before.audience },
      after: { findingId: grant.id, audience },
    });
    await announceFindings(tx, grant.row.projectId, [grant.id]);
    return DONE;
  });
