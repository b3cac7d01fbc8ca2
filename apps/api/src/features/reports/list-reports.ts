import { ReportList } from '@sallyport/contracts/staff';
import { listReports as readReports } from '@sallyport/db';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { reportView } from './report-view.ts';

/** The reports of a project, newest first. */
export const listReports = procedure
  .staff({ permission: null, on: 'project', action: 'project.read' })
  .input(NoInput)
  .output(ReportList)
  .query(async ({ tx, call, grant }) => {
    call.authorize({ action: 'project.read', project: grant.facts });
    const rows = await readReports(tx, grant);
    return { rows: rows.map((row) => reportView(row, row)) };
  });
