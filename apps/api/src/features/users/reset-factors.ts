import { Done } from '@sallyport/contracts/common';
import { ChangeReasonInput } from '@sallyport/contracts/staff';
import { lockAdmins, readAccountSecurity } from '@sallyport/db/identity';
import { procedure } from '../../trpc/procedure.ts';
import { resetAllFactors } from '../accounts/account-changes.service.ts';
import { halvesOf } from '../accounts/account-halves.service.ts';
import { DONE } from '../wire.ts';
import { isLastUsableAdmin } from './last-admin.service.ts';

/** A2: removes all second factors of a member of staff; Admins alone. */
export const resetFactors = procedure
  .staff({ permission: null, on: 'user', action: 'user.resetFactors', changesAccess: true })
  .input(ChangeReasonInput)
  .output(Done)
  .mutation(async ({ tx, call, grant, input: { reason } }) => {
    if (grant.row.isAdmin) await lockAdmins(tx);
    const { hasPassword } = await readAccountSecurity(tx, grant);
    call.authorize({
      action: 'user.resetFactors',
      target: grant.facts,
      // A5: with a password the account stays usable; a new factor is owed at the next sign-in.
      isLastUsableAdmin: !hasPassword && (await isLastUsableAdmin(tx, grant)),
      didOtherHalfLately: (await halvesOf(call, grant)).link,
    });
    await resetAllFactors(call, grant, reason);
    return DONE;
  });
