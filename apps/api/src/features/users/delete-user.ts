import { Done } from '@sallyport/contracts/common';
import { ChangeReasonInput, Permission } from '@sallyport/contracts/staff';
import { lockAdmins } from '@sallyport/db/identity';
import { procedure } from '../../trpc/procedure.ts';
import { removeAccount } from '../accounts/removal.service.ts';
import { DONE } from '../wire.ts';
import { isLastUsableAdmin } from './last-admin.service.ts';

/** U4: deletes an account that owns nothing and left no trace; otherwise says what stands in the way. */
export const deleteUser = procedure
  .staff({ permission: Permission.ManageUsers, on: 'user', action: 'user.delete', changesAccess: true })
  .input(ChangeReasonInput)
  .output(Done)
  .mutation(async ({ tx, call, grant, input: { reason } }) => {
    if (grant.row.isAdmin) await lockAdmins(tx);
    const isLast = await isLastUsableAdmin(tx, grant);
    call.authorize({ action: 'user.delete', target: grant.facts, isLastUsableAdmin: isLast });
    await removeAccount(call, grant, reason);
    return DONE;
  });
