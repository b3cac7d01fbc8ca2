import { Done } from '@sallyport/contracts/common';
import { ChangeReasonInput, Permission } from '@sallyport/contracts/staff';
import { procedure } from '../../trpc/procedure.ts';
import { anonymise } from '../accounts/removal.service.ts';
import { DONE } from '../wire.ts';

/** U1, A12: takes away everything but what the customer did. */
export const anonymiseCustomer = procedure
  .staff({
    permission: Permission.ManageCustomers,
    on: 'customer',
    action: 'customer.anonymise',
    changesAccess: true,
  })
  .input(ChangeReasonInput)
  .output(Done)
  .mutation(async ({ call, grant, input: { reason } }) => {
    call.authorize({ action: 'customer.anonymise', target: grant.facts });
    await anonymise(call, grant, reason);
    return DONE;
  });
