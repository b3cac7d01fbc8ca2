import { Done } from '@sallyport/contracts/common';
import { Permission, SetExpiryInput } from '@sallyport/contracts/staff';
import { leadsOpenProjects } from '@sallyport/db';
import { needsEnd } from '@sallyport/db/identity';
import { procedure } from '../../trpc/procedure.ts';
import { changeExpiry } from '../accounts/account-changes.service.ts';
import { DONE, momentOrNull } from '../wire.ts';

/** A7: when the account of a member of staff ends; of an Admin never (A5). */
export const setExpiry = procedure
  .staff({ permission: Permission.ManageUsers, on: 'user', action: 'user.setExpiry', changesAccess: true })
  .input(SetExpiryInput)
  .output(Done)
  .mutation(async ({ tx, call, grant, input }) => {
    const expiresAt = momentOrNull(input.expiresAt);
    call.authorize({
      action: 'user.setExpiry',
      target: grant.facts,
      expiresAt,
      needsEnd: await needsEnd(tx, grant),
      leadsOpenProjects: await leadsOpenProjects(tx, grant),
    });
    await changeExpiry(call, grant, expiresAt, input.reason);
    return DONE;
  });
