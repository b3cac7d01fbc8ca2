import { CompletionPreview, Permission } from '@sallyport/contracts/staff';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { completionOf, customersWhoSee } from './completion.service.ts';

/** What completing would do, before it is done. */
export const previewCompletion = procedure
  .staff({ permission: Permission.ManageProjects, on: 'project', action: 'project.complete' })
  .input(NoInput)
  .output(CompletionPreview)
  .query(async ({ call, grant }) => {
    call.authorize({ action: 'project.complete', project: grant.facts });
    const { record, missing, publishes } = await completionOf(call, grant);
    const { logoFileId, ...company } = grant.row.company;
    return {
      missing,
      publishes: publishes.map(({ id, title, severity, instanceCount }) => ({
        id,
        title,
        severity,
        instanceCount,
      })),
      alreadyPublished: record.findings.filter(({ isPublished }) => isPublished).length,
      company: { ...company, hasLogo: logoFileId !== null },
      customers: await customersWhoSee(call, grant),
      isProjectShownAlready: record.shownAt !== null,
      version: record.version,
    };
  });
