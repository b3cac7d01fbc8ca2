import { Done, ErrorCode } from '@sallyport/contracts/common';
import { Permission, RemoveInstancesInput } from '@sallyport/contracts/staff';
import { removeInstances as deleteInstances, touchFinding } from '@sallyport/db';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { announceFindings } from '../findings/announce-findings.service.ts';
import { holdProjectOf } from '../findings/open-project.service.ts';
import { DONE } from '../wire.ts';

/** A11: all of them, or none when one is not of this finding. */
export const removeInstances = procedure
  .staff({ permission: Permission.ManageProjects, on: 'finding', action: 'project.write' })
  .input(RemoveInstancesInput)
  .output(Done)
  .mutation(async ({ tx, call, grant, input }) => {
    call.authorize({ action: 'project.write', project: grant.facts });
    await holdProjectOf(tx, grant);
    const ids = [...new Set(input.instanceIds)];
    if ((await deleteInstances(tx, grant, ids)) !== ids.length) {
      throw new AppError(ErrorCode.NotFound, { log: 'not all are instances of this finding' });
    }
    await touchFinding(tx, grant, call.principal.account.id);
    await writeAudit(call, {
      action: 'instance.changed',
      objectType: 'finding',
      objectId: grant.id,
      before: { removed: ids },
    });
    await announceFindings(tx, grant.row.projectId, [grant.id]);
    return DONE;
  });
