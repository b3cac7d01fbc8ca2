import { Done } from '@sallyport/contracts/common';
import { ChangeReasonInput, Permission } from '@sallyport/contracts/staff';
import { deactivateUser as takeOutOfUse } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { procedure } from '../../trpc/procedure.ts';
import { DONE } from '../wire.ts';

/** U2, A12: takes a customer out of use. */
export const deactivateCustomer = procedure
  .staff({
    permission: Permission.ManageCustomers,
    on: 'customer',
    action: 'customer.deactivate',
    changesAccess: true,
  })
  .input(ChangeReasonInput)
  .output(Done)
  .mutation(async ({ tx, call, grant, input: { reason } }) => {
    call.authorize({ action: 'customer.deactivate', target: grant.facts });
    await takeOutOfUse(tx, grant);
    await writeAudit(call, {
      action: 'account.deactivated',
      objectType: 'account',
      objectId: grant.id,
      reason,
      before: { status: grant.row.status },
      after: { status: 'INACTIVE' },
    });
    return DONE;
  });
