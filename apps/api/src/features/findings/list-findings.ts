import { FindingPage, ListFindingsInput } from '@sallyport/contracts/staff';
import { countFindings, listFindings as readFindings } from '@sallyport/db';
import { procedure } from '../../trpc/procedure.ts';
import { findingRow } from './finding-view.ts';

export const listFindings = procedure
  .staff({ permission: null, on: 'project', action: 'project.read' })
  .input(ListFindingsInput)
  .output(FindingPage)
  .query(async ({ tx, call, grant, input }) => {
    call.authorize({ action: 'project.read', project: grant.facts });
    const page = await readFindings(tx, grant, input);
    return { ...page, rows: page.rows.map(findingRow), ...(await countFindings(tx, grant)) };
  });
