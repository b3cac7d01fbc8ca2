import { Done } from '@sallyport/contracts/common';
import { ChangeReasonInput, Permission } from '@sallyport/contracts/staff';
import { procedure } from '../../trpc/procedure.ts';
import { halvesOf } from '../accounts/account-halves.service.ts';
import { sendResetLink } from '../accounts/account-links.service.ts';
import { DONE } from '../wire.ts';

/** A12, S10: mails a reset link to a customer. */
export const sendCustomerReset = procedure
  .staff({
    permission: Permission.ManageCustomers,
    on: 'customer',
    action: 'customer.sendReset',
    changesAccess: true,
  })
  .input(ChangeReasonInput)
  .output(Done)
  .mutation(async ({ call, grant, input: { reason } }) => {
    const didOtherHalfLately = (await halvesOf(call, grant)).factor;
    call.authorize({ action: 'customer.sendReset', target: grant.facts, didOtherHalfLately });
    await sendResetLink(call, grant, reason);
    return DONE;
  });
