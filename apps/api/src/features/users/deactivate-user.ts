import { DeactivateUserInput, Permission, UserDetail } from '@sallyport/contracts/staff';
import { lockAdmins, deactivateUser as takeOutOfUse } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { procedure } from '../../trpc/procedure.ts';
import { refuseSilentLeads } from '../accounts/project-handover.service.ts';
import { callerName, tellAdmins } from '../accounts/tell-admins.service.ts';
import { isLastUsableAdmin } from './last-admin.service.ts';
import { reloadedUserDetail } from './user-detail.ts';

/** U2, U3: takes an account out of use; its sessions and links end at their next use. */
export const deactivateUser = procedure
  .staff({ permission: Permission.ManageUsers, on: 'user', action: 'user.deactivate', changesAccess: true })
  .input(DeactivateUserInput)
  .output(UserDetail)
  .mutation(async ({ tx, call, grant, input: { reason, leavesProjects } }) => {
    if (grant.row.isAdmin) await lockAdmins(tx);
    call.authorize({
      action: 'user.deactivate',
      target: grant.facts,
      isLastUsableAdmin: await isLastUsableAdmin(tx, grant),
    });
    await refuseSilentLeads(call, [grant.id], leavesProjects);
    await takeOutOfUse(tx, grant);
    await writeAudit(call, {
      action: 'account.deactivated',
      objectType: 'account',
      objectId: grant.id,
      reason,
      before: { status: grant.row.status },
      after: { status: 'INACTIVE' },
    });
    const variables = { personName: grant.row.displayName, byName: callerName(call) };
    await tellAdmins(call, { kind: 'account-deactivated', variables });
    return reloadedUserDetail(call, grant.id);
  });
