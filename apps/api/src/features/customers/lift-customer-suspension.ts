import { Done } from '@sallyport/contracts/common';
import { ChangeReasonInput, Permission } from '@sallyport/contracts/staff';
import { procedure } from '../../trpc/procedure.ts';
import { lift } from '../accounts/suspend.service.ts';
import { DONE } from '../wire.ts';

/** A17, A12: lets a customer sign in again. */
export const liftCustomerSuspension = procedure
  .staff({
    permission: Permission.ManageCustomers,
    on: 'customer',
    action: 'customer.liftSuspension',
    changesAccess: true,
  })
  .input(ChangeReasonInput)
  .output(Done)
  .mutation(async ({ call, grant, input: { reason } }) => {
    call.authorize({ action: 'customer.liftSuspension', target: grant.facts });
    await lift(call, grant, reason);
    return DONE;
  });
