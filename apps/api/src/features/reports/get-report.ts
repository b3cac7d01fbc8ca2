import { ReportRow } from '@sallyport/contracts/staff';
import { reportObstacles } from '@sallyport/db';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { reportView } from './report-view.ts';

export const getReport = procedure
  .staff({ permission: null, on: 'report', action: 'project.read' })
  .input(NoInput)
  .output(ReportRow)
  .query(async ({ tx, call, grant }) => {
    call.authorize({ action: 'project.read', project: grant.facts });
    return reportView(grant.row, await reportObstacles(tx, grant));
  });
