import { AddressChange, ChangeEmailInput, Permission } from '@sallyport/contracts/staff';
import { procedure } from '../../trpc/procedure.ts';
import { halvesOf } from '../accounts/account-halves.service.ts';
import { changeAddress } from '../accounts/account-links.service.ts';

/** A12, U6: another e-mail address for a customer, confirmed there. */
export const changeCustomerEmail = procedure
  .staff({
    permission: Permission.ManageCustomers,
    on: 'customer',
    action: 'customer.changeEmail',
    changesAccess: true,
  })
  .input(ChangeEmailInput)
  .output(AddressChange)
  .mutation(async ({ call, grant, input: { newEmail, reason } }) => {
    const didOtherHalfLately = (await halvesOf(call, grant)).factor;
    call.authorize({ action: 'customer.changeEmail', target: grant.facts, didOtherHalfLately });
    return changeAddress(call, grant, newEmail, reason);
  });
