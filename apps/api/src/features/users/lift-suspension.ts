import { Done } from '@sallyport/contracts/common';
import { ChangeReasonInput, Permission } from '@sallyport/contracts/staff';
import { procedure } from '../../trpc/procedure.ts';
import { lift } from '../accounts/suspend.service.ts';
import { DONE } from '../wire.ts';

/** A17, A2: lets somebody sign in again. */
export const liftSuspension = procedure
  .staff({
    permission: Permission.ManageUsers,
    on: 'user',
    action: 'user.liftSuspension',
    changesAccess: true,
  })
  .input(ChangeReasonInput)
  .output(Done)
  .mutation(async ({ call, grant, input: { reason } }) => {
    call.authorize({ action: 'user.liftSuspension', target: grant.facts });
    await lift(call, grant, reason);
    return DONE;
  });
