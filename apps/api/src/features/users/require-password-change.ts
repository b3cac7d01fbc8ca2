import { Done } from '@sallyport/contracts/common';
import { ChangeReasonInput, Permission } from '@sallyport/contracts/staff';
import { procedure } from '../../trpc/procedure.ts';
import { demandPasswordChange } from '../accounts/account-changes.service.ts';
import { DONE } from '../wire.ts';

/** G3: the person chooses a new password at the next sign-in, which is now (S7). */
export const requirePasswordChange = procedure
  .staff({
    permission: Permission.ManageUsers,
    on: 'user',
    action: 'user.requirePasswordChange',
    changesAccess: true,
  })
  .input(ChangeReasonInput)
  .output(Done)
  .mutation(async ({ call, grant, input: { reason } }) => {
    call.authorize({ action: 'user.requirePasswordChange', target: grant.facts });
    await demandPasswordChange(call, grant, reason);
    return DONE;
  });
