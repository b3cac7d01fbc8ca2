import { ErrorCode } from '@sallyport/contracts/common';
import { CompletedProject, CompleteProjectInput, Permission } from '@sallyport/contracts/staff';
import { announce, lockOpenProject, markCompleted } from '@sallyport/db';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { publishInProject } from '../findings/publish.service.ts';
import { iso } from '../wire.ts';
import { whatBlocks } from './completeness.ts';
import { completionOf } from './completion.service.ts';

/** Publishes every finding that is not published yet and locks the project, all in one. */
export const completeProject = procedure
  .staff({ permission: Permission.ManageProjects, on: 'project', action: 'project.complete' })
  .input(CompleteProjectInput)
  .output(CompletedProject)
  .mutation(async ({ tx, call, grant, input }) => {
    call.authorize({ action: 'project.complete', project: grant.facts });
    // Everything is read again under the lock: what is published is what the preview showed, or nothing.
    const isOpen = await lockOpenProject(tx, grant);
    const { record, missing, publishes } = await completionOf(call, grant);
    const findingIds = publishes.map(({ id }) => id);
    if (!isOpen || record.version !== input.version || !sameIds(findingIds, input.publishes)) {
      throw new AppError(ErrorCode.StaleEdit);
    }
    const blocked = whatBlocks(missing);
    if (blocked !== null) throw new AppError(ErrorCode.Conflict, { userMessage: blocked });
    const published = findingIds.length === 0 ? [] : await publishInProject(call, grant, findingIds);
    const completedAt = await markCompleted(tx, grant, call.principal.account.id);
    if (completedAt === null) throw new AppError(ErrorCode.StaleEdit);
    await writeAudit(call, {
      action: 'project.completed',
      objectType: 'project',
      objectId: grant.id,
      after: { findings: record.findings.length, published: published.map(({ id }) => id) },
    });
    await announce(tx, { kind: 'project', id: grant.id, projectId: grant.id });
    return { publishedCount: published.length, completedAt: iso(completedAt) };
  });

function sameIds(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.toSorted().join() === other.toSorted().join();
}
