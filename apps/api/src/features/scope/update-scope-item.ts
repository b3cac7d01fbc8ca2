import { ErrorCode } from '@sallyport/contracts/common';
import { Permission, ScopeItem, UpdateScopeItemInput } from '@sallyport/contracts/staff';
import { updateScopeItem as saveScopeItem } from '@sallyport/db';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { holdScope, scopeChanged } from './scope-change.ts';

export const updateScopeItem = procedure
  .staff({ permission: Permission.ManageProjects, on: 'project', action: 'project.govern' })
  .input(UpdateScopeItemInput)
  .output(ScopeItem)
  .mutation(async ({ tx, call, grant, input: { scopeItemId, note, isInScope } }) => {
    call.authorize({ action: 'project.govern', project: grant.facts });
    await holdScope(call, grant);
    const saved = await saveScopeItem(tx, grant, scopeItemId, { note, isInScope });
    if (!saved) throw new AppError(ErrorCode.NotFound);
    await scopeChanged(call, grant, { scopeItemId, isInScope });
    return saved;
  });
