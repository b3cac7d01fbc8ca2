import { Done, ErrorCode } from '@sallyport/contracts/common';
import { Permission, RemoveScopeInput } from '@sallyport/contracts/staff';
import { removeScope as deleteScope } from '@sallyport/db';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { DONE } from '../wire.ts';
import { holdScope, scopeChanged } from './scope-change.ts';

/** Takes targets out of the list; those that somebody else took out meanwhile are passed over. */
export const removeScope = procedure
  .staff({ permission: Permission.ManageProjects, on: 'project', action: 'project.govern' })
  .input(RemoveScopeInput)
  .output(Done)
  .mutation(async ({ tx, call, grant, input: { scopeItemIds } }) => {
    call.authorize({ action: 'project.govern', project: grant.facts });
    await holdScope(call, grant);
    const removed = await deleteScope(tx, grant, scopeItemIds);
    if (removed === 0) throw new AppError(ErrorCode.NotFound);
    await scopeChanged(call, grant, { removed });
    return DONE;
  });
