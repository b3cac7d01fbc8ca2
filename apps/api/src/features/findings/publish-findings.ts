import { ErrorCode } from '@sallyport/contracts/common';
import { Permission, PublishedFindings, PublishFindingsInput } from '@sallyport/contracts/staff';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { iso } from '../wire.ts';
import { holdProject } from './open-project.service.ts';
import { publishInProject } from './publish.service.ts';

/** A15: owners publish. */
export const publishFindings = procedure
  .staff({ permission: Permission.ManageProjects, on: 'project', action: 'project.publish' })
  .input(PublishFindingsInput)
  .output(PublishedFindings)
  .mutation(async ({ tx, call, grant, input }) => {
    call.authorize({ action: 'project.publish', project: grant.facts });
    await holdProject(tx, grant);
    const published = await publishInProject(call, grant, input.findingIds);
    if (published.length === 0) {
      throw new AppError(ErrorCode.Conflict, { userMessage: 'All of these are published already.' });
    }
    return { rows: published.map((row) => ({ ...row, publishedAt: iso(row.publishedAt) })) };
  });
