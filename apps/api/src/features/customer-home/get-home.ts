import { decideEntry } from '@sallyport/access';
import { PortalHome } from '@sallyport/contracts/portal';
import { latestPublishedFindings, listReleasedReports, listShownProjects } from '@sallyport/db';
import { procedure } from '../../trpc/procedure.ts';
import { sightOf } from '../customer-projects/customer-sight.service.ts';
import { shownProject } from '../customer-projects/shown-project.service.ts';
import { shownReference } from '../findings/reference.service.ts';
import { dayOf } from '../projects/project-status.service.ts';
import { versionLabel } from '../reports/version-label.service.ts';
import { iso, NoInput } from '../wire.ts';
import { totalOpen } from './total-open.ts';

const LATEST = 5;

/** What a customer meets first. Whoever may see none of it finds an empty page, not a closed one. */
export const getHome = procedure
  .portal({ permission: null, action: 'portal.home.read' })
  .input(NoInput)
  .output(PortalHome)
  .query(async ({ tx, call }) => {
    call.authorize({ action: 'portal.home.read' });
    const { principal } = call;
    const sight = sightOf(principal);
    const hasSteps = sight.steps;
    const mayList = decideEntry(principal, 'portal.project.list').allowed;
    const projects = mayList ? await listShownProjects(tx, principal, { hasSteps }) : [];
    const findings = sight.findings ? await latestPublishedFindings(tx, principal, LATEST) : [];
    const reports = sight.reports
      ? await listReleasedReports(tx, principal, { hasSteps, limit: LATEST })
      : [];
    const today = dayOf(principal.now);
    return {
      open: sight.findings ? totalOpen(projects) : null,
      projects: projects.map((record) => shownProject(record, sight, today)),
      latestFindings: findings.map(({ id, reference, title, severity, projectName, publishedAt }) => ({
        id,
        reference: shownReference(reference),
        title,
        severity,
        projectName,
        publishedAt: iso(publishedAt),
      })),
      latestReports: reports.map((record) => ({
        id: record.id,
        projectName: record.projectName,
        versionLabel: versionLabel(record),
        releasedAt: iso(record.releasedAt),
      })),
    };
  });
