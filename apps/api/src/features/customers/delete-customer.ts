import { Done } from '@sallyport/contracts/common';
import { ChangeReasonInput, Permission } from '@sallyport/contracts/staff';
import { procedure } from '../../trpc/procedure.ts';
import { removeAccount } from '../accounts/removal.service.ts';
import { DONE } from '../wire.ts';

/** U4, A12: deletes a customer who left no trace; otherwise says what stands in the way. */
export const deleteCustomer = procedure
  .staff({
    permission: Permission.ManageCustomers,
    on: 'customer',
    action: 'customer.delete',
    changesAccess: true,
  })
  .input(ChangeReasonInput)
  .output(Done)
  .mutation(async ({ call, grant, input: { reason } }) => {
    call.authorize({ action: 'customer.delete', target: grant.facts });
    await removeAccount(call, grant, reason);
    return DONE;
  });
