import { Done } from '@sallyport/contracts/common';
import { ChangeReasonInput, Permission } from '@sallyport/contracts/staff';
import { procedure } from '../../trpc/procedure.ts';
import { resetAllFactors } from '../accounts/account-changes.service.ts';
import { halvesOf } from '../accounts/account-halves.service.ts';
import { DONE } from '../wire.ts';

/** A12, A2: removes all second factors of a customer. */
export const resetCustomerFactors = procedure
  .staff({
    permission: Permission.ManageCustomers,
    on: 'customer',
    action: 'customer.resetFactors',
    changesAccess: true,
  })
  .input(ChangeReasonInput)
  .output(Done)
  .mutation(async ({ call, grant, input: { reason } }) => {
    const didOtherHalfLately = (await halvesOf(call, grant)).link;
    call.authorize({ action: 'customer.resetFactors', target: grant.facts, didOtherHalfLately });
    await resetAllFactors(call, grant, reason);
    return DONE;
  });
