import { Done } from '@sallyport/contracts/common';
import { ChangeReasonInput, Permission } from '@sallyport/contracts/staff';
import { procedure } from '../../trpc/procedure.ts';
import { suspend } from '../accounts/suspend.service.ts';
import { DONE } from '../wire.ts';

/** A17: ends all sessions of a member of staff at once and blocks signing in. */
export const suspendUser = procedure
  .staff({ permission: Permission.ManageUsers, on: 'user', action: 'user.suspend', changesAccess: true })
  .input(ChangeReasonInput)
  .output(Done)
  .mutation(async ({ call, grant, input: { reason } }) => {
    call.authorize({ action: 'user.suspend', target: grant.facts });
    await suspend(call, grant, reason);
    return DONE;
  });
