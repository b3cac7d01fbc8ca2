import { Done } from '@sallyport/contracts/common';
import { ChangeReasonInput, Permission } from '@sallyport/contracts/staff';
import { reactivateUser as bringBack } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { procedure } from '../../trpc/procedure.ts';
import { DONE } from '../wire.ts';

/** U1, A12: brings a customer back into use, with the groups of before. */
export const reactivateCustomer = procedure
  .staff({
    permission: Permission.ManageCustomers,
    on: 'customer',
    action: 'customer.reactivate',
    changesAccess: true,
  })
  .input(ChangeReasonInput)
  .output(Done)
  .mutation(async ({ tx, call, grant, input: { reason } }) => {
    call.authorize({ action: 'customer.reactivate', target: grant.facts });
    await bringBack(tx, grant);
    await writeAudit(call, {
      action: 'account.reactivated',
      objectType: 'account',
      objectId: grant.id,
      reason,
      before: { status: grant.row.status },
      after: { status: grant.row.activatedAt === null ? 'INVITED' : 'ACTIVE' },
    });
    return DONE;
  });
