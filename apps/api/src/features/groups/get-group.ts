import { GroupDetail, Permission } from '@sallyport/contracts/staff';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { groupDetail } from './group-detail.ts';

export const getGroup = procedure
  .staff({
    permission: [Permission.ManageUsers, Permission.ManageCustomers],
    on: 'group',
    action: 'group.read',
  })
  .input(NoInput)
  .output(GroupDetail)
  .query(async ({ call, grant }) => {
    call.authorize({ action: 'group.read', audience: grant.row.audience });
    return groupDetail(call, grant);
  });
