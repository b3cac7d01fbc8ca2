import { ErrorCode } from '@sallyport/contracts/common';
import { AddScopeInput, AddScopeResult, Permission } from '@sallyport/contracts/staff';
import { addScope as insertScope, scopeKeys } from '@sallyport/db';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { MAXIMUM_TARGETS, planScope } from './plan-scope.ts';
import { holdScope, scopeChanged } from './scope-change.ts';

const TOO_MANY = `Paste at most ${MAXIMUM_TARGETS.toLocaleString('en')} lines at once.`;

/** Adds every line of a paste that is a new target, and says of each line what became of it. */
export const addScope = procedure
  .staff({ permission: Permission.ManageProjects, on: 'project', action: 'project.govern' })
  .input(AddScopeInput)
  .output(AddScopeResult)
  .mutation(async ({ tx, call, grant, input: { text, isInScope, dryRun } }) => {
    call.authorize({ action: 'project.govern', project: grant.facts });
    if (text.split('\n').length > MAXIMUM_TARGETS) {
      throw new AppError(ErrorCode.InvalidInput, { fields: [{ path: 'text', message: TOO_MANY }] });
    }
    await holdScope(call, grant);
    const { lines, adds } = planScope(text, await scopeKeys(tx, grant));
    if (adds.length > 0 && !dryRun) {
      await insertScope(tx, grant, adds, isInScope);
      await scopeChanged(call, grant, { added: adds.length, isInScope });
    } else {
      // Nothing changed, so there is nothing to record.
      call.noteAudit();
    }
    const countOf = (wanted: string) => lines.filter(({ outcome }) => outcome === wanted).length;
    return {
      lines,
      added: countOf('ADDED'),
      duplicates: countOf('DUPLICATE'),
      refused: countOf('REFUSED'),
    };
  });
