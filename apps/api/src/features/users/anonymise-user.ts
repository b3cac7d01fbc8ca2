import { Done } from '@sallyport/contracts/common';
import { ChangeReasonInput, Permission } from '@sallyport/contracts/staff';
import { lockAdmins } from '@sallyport/db/identity';
import { procedure } from '../../trpc/procedure.ts';
import { anonymise } from '../accounts/removal.service.ts';
import { DONE } from '../wire.ts';
import { isLastUsableAdmin } from './last-admin.service.ts';

/** U1: takes away everything but what the person did. */
export const anonymiseUser = procedure
  .staff({ permission: Permission.ManageUsers, on: 'user', action: 'user.anonymise', changesAccess: true })
  .input(ChangeReasonInput)
  .output(Done)
  .mutation(async ({ tx, call, grant, input: { reason } }) => {
    if (grant.row.isAdmin) await lockAdmins(tx);
    const isLast = await isLastUsableAdmin(tx, grant);
    call.authorize({ action: 'user.anonymise', target: grant.facts, isLastUsableAdmin: isLast });
    await anonymise(call, grant, reason);
    return DONE;
  });
