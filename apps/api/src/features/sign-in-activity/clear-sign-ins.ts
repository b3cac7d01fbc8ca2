import { ErrorCode } from '@sallyport/contracts/common';
import { ClearedSignIns, ClearSignInsInput, Permission } from '@sallyport/contracts/staff';
import { findVisible } from '@sallyport/db';
import { clearSignInThrottle } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';

/** S4: forgets what was counted against an account, so that it may sign in again at once, on unknown devices too. */
export const clearSignIns = procedure
  .staff({ permission: [Permission.ManageUsers, Permission.ManageCustomers], action: 'signIn.clear' })
  .input(ClearSignInsInput)
  .output(ClearedSignIns)
  .mutation(async ({ tx, call, input: { accountId } }) => {
    const grant =
      (await findVisible(tx, call.principal, 'user', accountId)) ??
      (await findVisible(tx, call.principal, 'customer', accountId));
    if (!grant) throw new AppError(ErrorCode.NotFound);
    call.authorize({ action: 'signIn.clear', target: grant.facts });
    const counters = await clearSignInThrottle(tx, accountId);
    await writeAudit(call, {
      action: 'sign-in.cleared',
      objectType: 'account',
      objectId: accountId,
      after: { counters },
    });
    return { counters };
  });
