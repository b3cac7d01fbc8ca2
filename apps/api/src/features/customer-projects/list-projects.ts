import { PortalPermission, ShownProjectList } from '@sallyport/contracts/portal';
import { listShownProjects } from '@sallyport/db';
import { procedure } from '../../trpc/procedure.ts';
import { dayOf } from '../projects/project-status.service.ts';
import { NoInput } from '../wire.ts';
import { sightOf } from './customer-sight.service.ts';
import { shownProject } from './shown-project.service.ts';

/** The projects of one's own company that are shown to it. */
export const listProjects = procedure
  .portal({
    permission: [PortalPermission.ViewFindings, PortalPermission.DownloadReports],
    action: 'portal.project.list',
  })
  .input(NoInput)
  .output(ShownProjectList)
  .query(async ({ tx, call }) => {
    call.authorize({ action: 'portal.project.list' });
    const { principal } = call;
    const sight = sightOf(principal);
    const rows = await listShownProjects(tx, principal, { hasSteps: sight.steps });
    const today = dayOf(principal.now);
    return { rows: rows.map((record) => shownProject(record, sight, today)) };
  });
