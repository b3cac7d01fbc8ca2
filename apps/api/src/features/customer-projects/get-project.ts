import { ErrorCode } from '@sallyport/contracts/common';
import { PortalPermission, ShownProjectDetail } from '@sallyport/contracts/portal';
import { listShownProjects } from '@sallyport/db';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { dayOf } from '../projects/project-status.service.ts';
import { NoInput } from '../wire.ts';
import { sightOf } from './customer-sight.service.ts';
import { shownProject } from './shown-project.service.ts';

/** One project: what was agreed, who leads it, and what came out so far. */
export const getProject = procedure
  .portal({
    permission: [PortalPermission.ViewFindings, PortalPermission.DownloadReports],
    on: 'shown-project',
    action: 'portal.project.read',
  })
  .input(NoInput)
  .output(ShownProjectDetail)
  .query(async ({ tx, call, grant }) => {
    call.authorize({ action: 'portal.project.read', shown: grant.facts });
    const { principal } = call;
    const sight = sightOf(principal);
    const [counted] = await listShownProjects(tx, principal, { hasSteps: sight.steps, only: grant });
    // Hidden between the two statements.
    if (!counted) throw new AppError(ErrorCode.NotFound);
    const { approach, standards, description, leads, scope } = grant.row;
    return {
      ...shownProject(counted, sight, dayOf(principal.now)),
      approach,
      standards,
      description,
      leads,
      scope,
    };
  });
