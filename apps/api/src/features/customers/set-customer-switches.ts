import { Done } from '@sallyport/contracts/common';
import { Permission, SetSwitchesInput } from '@sallyport/contracts/staff';
import { readAccountSecurity } from '@sallyport/db/identity';
import { procedure } from '../../trpc/procedure.ts';
import { changeSwitches } from '../accounts/account-changes.service.ts';
import { DONE } from '../wire.ts';

/** A8, A12: what a customer may not do although the groups give it. */
export const setCustomerSwitches = procedure
  .staff({
    permission: Permission.ManageCustomers,
    on: 'customer',
    action: 'customer.setSwitches',
    changesAccess: true,
  })
  .input(SetSwitchesInput)
  .output(Done)
  .mutation(async ({ tx, call, grant, input: { reason, ...switches } }) => {
    call.authorize({ action: 'customer.setSwitches', target: grant.facts });
    await changeSwitches(call, grant, await readAccountSecurity(tx, grant), switches, reason);
    return DONE;
  });
