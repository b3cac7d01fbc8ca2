import { trpc } from '../../lib/trpc.ts';

/** Released reports, of one project or of all. */
export function reportListOptions(projectId?: string) {
  return trpc.reports.listReports.queryOptions(projectId === undefined ? {} : { projectId });
}
