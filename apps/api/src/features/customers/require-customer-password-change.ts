import { Done } from '@sallyport/contracts/common';
import { ChangeReasonInput, Permission } from '@sallyport/contracts/staff';
import { procedure } from '../../trpc/procedure.ts';
import { demandPasswordChange } from '../accounts/account-changes.service.ts';
import { DONE } from '../wire.ts';

/** G3, A12: the customer chooses a new password at the next sign-in, which is now (S7). */
export const requireCustomerPasswordChange = procedure
  .staff({
    permission: Permission.ManageCustomers,
    on: 'customer',
    action: 'customer.requirePasswordChange',
    changesAccess: true,
  })
  .input(ChangeReasonInput)
  .output(Done)
  .mutation(async ({ call, grant, input: { reason } }) => {
    call.authorize({ action: 'customer.requirePasswordChange', target: grant.facts });
    await demandPasswordChange(call, grant, reason);
    return DONE;
  });
