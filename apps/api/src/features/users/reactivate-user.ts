import { Permission, ReactivateUserInput, UserDetail } from '@sallyport/contracts/staff';
import { reactivateUser as bringBack } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { procedure } from '../../trpc/procedure.ts';
import { reloadedUserDetail } from './user-detail.ts';

/** U1: brings an account back into use, with the groups it had. */
export const reactivateUser = procedure
  .staff({ permission: Permission.ManageUsers, on: 'user', action: 'user.reactivate', changesAccess: true })
  .input(ReactivateUserInput)
  .output(UserDetail)
  .mutation(async ({ tx, call, grant, input: { reason } }) => {
    call.authorize({ action: 'user.reactivate', target: grant.facts });
    await bringBack(tx, grant);
    const detail = await reloadedUserDetail(call, grant.id);
    await writeAudit(call, {
      action: 'account.reactivated',
      objectType: 'account',
      objectId: grant.id,
      reason,
      before: { status: grant.row.status },
      after: { status: detail.status },
    });
    return detail;
  });
