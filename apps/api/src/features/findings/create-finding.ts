import { CreatedFinding, CreateFindingInput, Permission } from '@sallyport/contracts/staff';
import { createFinding as insertFinding } from '@sallyport/db';
import { writeAudit } from '../../audit/write-audit.ts';
import { procedure } from '../../trpc/procedure.ts';
import { announceFindings } from './announce-findings.service.ts';
import { holdProject } from './open-project.service.ts';

/** A15: owners and testers write. */
export const createFinding = procedure
  .staff({ permission: Permission.ManageProjects, on: 'project', action: 'project.write' })
  .input(CreateFindingInput)
  .output(CreatedFinding)
  .mutation(async ({ tx, call, grant, input }) => {
    call.authorize({ action: 'project.write', project: grant.facts });
    await holdProject(tx, grant);
    const id = await insertFinding(tx, grant, input, call.principal.account.id);
    await writeAudit(call, {
      action: 'finding.created',
      objectType: 'finding',
      objectId: id,
      after: { projectId: grant.id, severity: input.severity },
    });
    await announceFindings(tx, grant.id, [id]);
    return { id };
  });
