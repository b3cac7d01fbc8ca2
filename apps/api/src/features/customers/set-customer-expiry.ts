import { Done } from '@sallyport/contracts/common';
import { Permission, SetExpiryInput } from '@sallyport/contracts/staff';
import { needsEnd } from '@sallyport/db/identity';
import { procedure } from '../../trpc/procedure.ts';
import { changeExpiry } from '../accounts/account-changes.service.ts';
import { DONE, momentOrNull } from '../wire.ts';

/** A7, A12: when the account of a customer ends. */
export const setCustomerExpiry = procedure
  .staff({
    permission: Permission.ManageCustomers,
    on: 'customer',
    action: 'customer.setExpiry',
    changesAccess: true,
  })
  .input(SetExpiryInput)
  .output(Done)
  .mutation(async ({ tx, call, grant, input }) => {
    const expiresAt = momentOrNull(input.expiresAt);
    call.authorize({
      action: 'customer.setExpiry',
      target: grant.facts,
      expiresAt,
      needsEnd: await needsEnd(tx, grant),
    });
    await changeExpiry(call, grant, expiresAt, input.reason);
    return DONE;
  });
