import { Done, ErrorCode } from '@sallyport/contracts/common';
import { Permission, UpdateInstanceInput } from '@sallyport/contracts/staff';
import { updateInstance as saveInstance, touchFinding } from '@sallyport/db';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { announceFindings } from '../findings/announce-findings.service.ts';
import { holdProjectOf } from '../findings/open-project.service.ts';
import { DONE } from '../wire.ts';

/** Parameter and note; where it is stays as it was found. */
export const updateInstance = procedure
  .staff({ permission: Permission.ManageProjects, on: 'finding', action: 'project.write' })
  .input(UpdateInstanceInput)
  .output(Done)
  .mutation(async ({ tx, call, grant, input }) => {
    call.authorize({ action: 'project.write', project: grant.facts });
    await holdProjectOf(tx, grant);
    const { instanceId, parameter, note } = input;
    if (!(await saveInstance(tx, grant, instanceId, { parameter, note }))) {
      throw new AppError(ErrorCode.NotFound, { log: 'not an instance of this finding' });
    }
    await touchFinding(tx, grant, call.principal.account.id);
    await writeAudit(call, {
      action: 'instance.changed',
      objectType: 'finding',
      objectId: grant.id,
      after: { instanceId },
    });
    await announceFindings(tx, grant.row.projectId, [grant.id]);
    return DONE;
  });
