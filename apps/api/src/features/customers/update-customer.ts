import { Done, ErrorCode } from '@sallyport/contracts/common';
import { Permission, UpdateCustomerInput } from '@sallyport/contracts/staff';
import { updateUserProfile } from '@sallyport/db/identity';
import { changedKeys } from '../../audit/changed-keys.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { DONE } from '../wire.ts';

/** A12: name and title of a customer. */
export const updateCustomer = procedure
  .staff({ permission: Permission.ManageCustomers, on: 'customer', action: 'customer.update' })
  .input(UpdateCustomerInput)
  .output(Done)
  .mutation(async ({ tx, call, grant, input: { version, displayName, title } }) => {
    call.authorize({ action: 'customer.update', target: grant.facts });
    const fields = { displayName, title };
    const isSaved = await updateUserProfile(tx, grant, version, fields);
    if (!isSaved) throw new AppError(ErrorCode.StaleEdit);
    await writeAudit(call, {
      action: 'account.updated',
      objectType: 'account',
      objectId: grant.id,
      after: { changed: changedKeys(grant.row, fields) },
    });
    return DONE;
  });
