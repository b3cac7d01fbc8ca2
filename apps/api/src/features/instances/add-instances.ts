import { AddInstancesInput, AddInstancesResult, Permission } from '@sallyport/contracts/staff';
import { addInstances as insertInstances, instanceTargets, touchFinding } from '@sallyport/db';
import { writeAudit } from '../../audit/write-audit.ts';
import { procedure } from '../../trpc/procedure.ts';
import { announceFindings } from '../findings/announce-findings.service.ts';
import { holdProjectOf } from '../findings/open-project.service.ts';
import { planInstances } from './plan-instances.ts';

/** Adds what names a place and is new; the rest is told line by line. */
export const addInstances = procedure
  .staff({ permission: Permission.ManageProjects, on: 'finding', action: 'project.write' })
  .input(AddInstancesInput)
  .output(AddInstancesResult)
  .mutation(async ({ tx, call, grant, input }) => {
    call.authorize({ action: 'project.write', project: grant.facts });
    await holdProjectOf(tx, grant);
    const { adds, duplicates, refused } = planInstances(input.text, await instanceTargets(tx, grant));
    const actorId = call.principal.account.id;
    if (adds.length > 0) {
      await insertInstances(tx, grant, adds, actorId);
      await touchFinding(tx, grant, actorId);
      await announceFindings(tx, grant.row.projectId, [grant.id]);
    }
    await writeAudit(call, {
      action: 'instance.changed',
      objectType: 'finding',
      objectId: grant.id,
      after: { added: adds.length },
    });
    return { added: adds.length, duplicates, refused };
  });
