import {
  ListPublishedFindingsInput,
  PortalPermission,
  PublishedFindingPage,
} from '@sallyport/contracts/portal';
import { listPublishedFindings } from '@sallyport/db';
import { procedure } from '../../trpc/procedure.ts';
import { publishedFindingRow } from './published-finding.ts';

/** Published findings of one's own company. A project that is not shown has none, like one that does not exist. */
export const listFindings = procedure
  .portal({ permission: PortalPermission.ViewFindings, action: 'portal.finding.list' })
  .input(ListPublishedFindingsInput)
  .output(PublishedFindingPage)
  .query(async ({ tx, call, input }) => {
    call.authorize({ action: 'portal.finding.list' });
    const page = await listPublishedFindings(tx, call.principal, input);
    return { ...page, rows: page.rows.map(publishedFindingRow) };
  });
