import { Done } from '@sallyport/contracts/common';
import { Permission, SetSwitchesInput } from '@sallyport/contracts/staff';
import { readAccountSecurity } from '@sallyport/db/identity';
import { procedure } from '../../trpc/procedure.ts';
import { changeSwitches } from '../accounts/account-changes.service.ts';
import { DONE } from '../wire.ts';

/** A8: what a member of staff may not do although the groups give it. */
export const setSwitches = procedure
  .staff({ permission: Permission.ManageUsers, on: 'user', action: 'user.setSwitches', changesAccess: true })
  .input(SetSwitchesInput)
  .output(Done)
  .mutation(async ({ tx, call, grant, input: { reason, ...switches } }) => {
    const before = await readAccountSecurity(tx, grant);
    call.authorize({
      action: 'user.setSwitches',
      target: grant.facts,
      changesCredentials: before.isPasskeyOnly !== switches.isPasskeyOnly,
    });
    await changeSwitches(call, grant, before, switches, reason);
    return DONE;
  });
