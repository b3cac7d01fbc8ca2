import { Done, ErrorCode } from '@sallyport/contracts/common';
import { SetAdminInput } from '@sallyport/contracts/staff';
import { lockAdmins, setAdminFlag } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { callerName, tellAdmins } from '../accounts/tell-admins.service.ts';
import { DONE } from '../wire.ts';
import { isLastUsableAdmin } from './last-admin.service.ts';

/** A4: gives or takes the Admin flag; every Admin is told. */
export const setAdmin = procedure
  .staff({ permission: null, on: 'user', action: 'user.setAdmin', changesAccess: true })
  .input(SetAdminInput)
  .output(Done)
  .mutation(async ({ tx, call, grant, input: { isAdmin, reason } }) => {
    await lockAdmins(tx);
    call.authorize({
      action: 'user.setAdmin',
      target: grant.facts,
      value: isAdmin,
      isLastUsableAdmin: await isLastUsableAdmin(tx, grant),
    });
    if (grant.row.isAdmin === isAdmin) throw new AppError(ErrorCode.StaleEdit);
    await setAdminFlag(tx, grant, isAdmin);
    await writeAudit(call, {
      action: 'account.admin-changed',
      objectType: 'account',
      objectId: grant.id,
      reason,
      before: { isAdmin: !isAdmin },
      after: { isAdmin },
    });
    const variables = { personName: grant.row.displayName, byName: callerName(call), isAdmin };
    await tellAdmins(call, { kind: 'admin-flag-changed', variables }, grant.id);
    return DONE;
  });
