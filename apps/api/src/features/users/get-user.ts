import { Permission, UserDetail } from '@sallyport/contracts/staff';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { userDetail } from './user-detail.ts';

export const getUser = procedure
  .staff({ permission: Permission.ManageUsers, on: 'user', action: 'user.read' })
  .input(NoInput)
  .output(UserDetail)
  .query(({ call, grant }) => {
    call.authorize({ action: 'user.read', target: grant.facts });
    return userDetail(call, grant);
  });
