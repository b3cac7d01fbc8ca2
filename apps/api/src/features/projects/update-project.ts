import { ErrorCode } from '@sallyport/contracts/common';
import { Permission, ProjectDetail, UpdateProjectInput } from '@sallyport/contracts/staff';
import { announce, updateProject as saveProject } from '@sallyport/db';
import { changedKeys } from '../../audit/changed-keys.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { reloadedProjectDetail } from './project-detail.ts';
import { checkProjectFields } from './project-fields.ts';

/** Name, type, approach, dates, standards and description; never owners or team. */
export const updateProject = procedure
  .staff({ permission: Permission.ManageProjects, on: 'project', action: 'project.govern' })
  .input(UpdateProjectInput)
  .output(ProjectDetail)
  .mutation(async ({ tx, call, grant, input }) => {
    call.authorize({ action: 'project.govern', project: grant.facts });
    const { name, typeId, approach, testStart, testEnd, description, version } = input;
    const standardIds = [...new Set(input.standardIds)];
    const fields = { name, typeId, approach, testStart, testEnd, description };
    await checkProjectFields(tx, { ...fields, standardIds });
    const isSaved = await saveProject(tx, grant, version, fields, standardIds);
    if (!isSaved) throw new AppError(ErrorCode.StaleEdit);
    const before = grant.row.standards.map(({ id }) => id).toSorted();
    const areSame = before.join() === standardIds.toSorted().join();
    await writeAudit(call, {
      action: 'project.updated',
      objectType: 'project',
      objectId: grant.id,
      after: { changed: [...changedKeys(grant.row, fields), ...(areSame ? [] : ['standards'])] },
    });
    await announce(tx, { kind: 'project', id: grant.id, projectId: grant.id });
    return reloadedProjectDetail(call, grant.id);
  });
