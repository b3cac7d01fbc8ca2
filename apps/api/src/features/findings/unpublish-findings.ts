import { Done, ErrorCode } from '@sallyport/contracts/common';
import { Permission, UnpublishFindingsInput } from '@sallyport/contracts/staff';
import { lockForPublishing, type PublishableRecord, portalFilesOf, unpublishLocked } from '@sallyport/db';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { DONE } from '../wire.ts';
import { announceFindings } from './announce-findings.service.ts';
import { holdProject } from './open-project.service.ts';
import { shownReference } from './reference.service.ts';

/** A15, C5: owners take back what no released report tells of. References stay with their findings. */
export const unpublishFindings = procedure
  .staff({ permission: Permission.ManageProjects, on: 'project', action: 'project.publish' })
  .input(UnpublishFindingsInput)
  .output(Done)
  .mutation(async ({ tx, call, grant, input }) => {
    call.authorize({ action: 'project.publish', project: grant.facts });
    await holdProject(tx, grant);
    const ids = new Set(input.findingIds);
    const findings = await lockForPublishing(tx, grant, [...ids]);
    if (findings.length !== ids.size) throw new AppError(ErrorCode.NotFound, { log: 'not of this project' });
    refuseReleased(findings);
    const taken = findings.filter(({ publishedAt }) => publishedAt !== null);
    if (taken.length === 0) {
      throw new AppError(ErrorCode.Conflict, { userMessage: 'None of these is published.' });
    }
    const takenIds = taken.map(({ id }) => id);
    await unpublishLocked(tx, takenIds);
    for (const fileId of await portalFilesOf(tx, takenIds)) {
      await call.request.door.files.withdrawFile(tx, fileId);
    }
    await writeAudit(
      call,
      ...taken.map(({ id, reference }) => ({
        action: 'finding.unpublished' as const,
        objectType: 'finding' as const,
        objectId: id,
        reason: input.reason,
        before: { projectId: grant.id, reference: shownReference(reference) },
      })),
    );
    await announceFindings(tx, grant.id, takenIds);
    return DONE;
  });

/** C5 */
function refuseReleased(findings: readonly PublishableRecord[]): void {
  const released = findings.filter(({ isInReleasedReport }) => isInReleasedReport);
  if (released.length === 0) return;
  const names = released.map(({ reference }) => shownReference(reference)).join(', ');
  const [are, they] = released.length === 1 ? ['is', 'It stays'] : ['are', 'They stay'];
  throw new AppError(ErrorCode.Conflict, {
    userMessage: `${names} ${are} in a report that was released. ${they} published.`,
  });
}
