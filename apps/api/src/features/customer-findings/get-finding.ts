import { PortalPermission, PublishedFindingDetail } from '@sallyport/contracts/portal';
import { procedure } from '../../trpc/procedure.ts';
import { sightOf } from '../customer-projects/customer-sight.service.ts';
import { NoInput } from '../wire.ts';
import { publishedFindingDetail } from './published-finding.ts';

/** One published finding. */
export const getFinding = procedure
  .portal({
    permission: PortalPermission.ViewFindings,
    on: 'published-finding',
    action: 'portal.finding.read',
  })
  .input(NoInput)
  .output(PublishedFindingDetail)
  .query(async ({ call, grant }) => {
    call.authorize({ action: 'portal.finding.read', shown: grant.facts });
    return publishedFindingDetail(grant.row, sightOf(call.principal).steps);
  });
