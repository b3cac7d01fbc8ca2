import { Done, ErrorCode } from '@sallyport/contracts/common';
import { MoveCustomerInput, Permission } from '@sallyport/contracts/staff';
import { findVisible } from '@sallyport/db';
import { moveCustomer as moveAccount } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { DONE } from '../wire.ts';

/** U7: another client company; sessions end, and the customer is told. */
export const moveCustomer = procedure
  .staff({
    permission: Permission.ManageCustomers,
    on: 'customer',
    action: 'customer.move',
    changesAccess: true,
  })
  .input(MoveCustomerInput)
  .output(Done)
  .mutation(async ({ tx, call, grant, input: { companyId, reason } }) => {
    call.authorize({ action: 'customer.move', target: grant.facts });
    const company = await findVisible(tx, call.principal, 'company', companyId);
    if (!company || company.row.archivedAt !== null || companyId === grant.row.companyId) {
      const message = 'Choose another company that is in use.';
      throw new AppError(ErrorCode.InvalidInput, { fields: [{ path: 'companyId', message }] });
    }
    await moveAccount(tx, grant, companyId);
    await writeAudit(call, {
      action: 'account.moved',
      objectType: 'account',
      objectId: grant.id,
      reason,
      before: { companyId: grant.row.companyId },
      after: { companyId },
    });
    const variables = { companyName: company.row.name };
    await queueMail(call, { kind: 'company-changed', accountId: grant.id, variables });
    return DONE;
  });
