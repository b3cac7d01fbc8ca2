import { AddressChange, ChangeEmailInput, Permission } from '@sallyport/contracts/staff';
import { procedure } from '../../trpc/procedure.ts';
import { halvesOf } from '../accounts/account-halves.service.ts';
import { changeAddress } from '../accounts/account-links.service.ts';

/** A2, U6: another e-mail address for somebody who holds less, confirmed there. */
export const changeUserEmail = procedure
  .staff({ permission: Permission.ManageUsers, on: 'user', action: 'user.changeEmail', changesAccess: true })
  .input(ChangeEmailInput)
  .output(AddressChange)
  .mutation(async ({ call, grant, input: { newEmail, reason } }) => {
    const didOtherHalfLately = (await halvesOf(call, grant)).factor;
    call.authorize({ action: 'user.changeEmail', target: grant.facts, didOtherHalfLately });
    return changeAddress(call, grant, newEmail, reason);
  });
