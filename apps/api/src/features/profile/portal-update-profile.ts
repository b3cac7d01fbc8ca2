import { ErrorCode } from '@sallyport/contracts/common';
import { CustomerProfile, UpdateCustomerProfileInput } from '@sallyport/contracts/portal';
import { updateOwnCustomer } from '@sallyport/db';
import { changedKeys } from '../../audit/changed-keys.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { customerCaller } from '../signed-in.ts';
import { customerProfile } from './customer-profile.ts';

export const portalUpdateProfile = procedure
  .portal({ permission: null, action: 'portal.profile.update' })
  .input(UpdateCustomerProfileInput)
  .output(CustomerProfile)
  .mutation(async ({ tx, call, input: { version, displayName } }) => {
    call.authorize({ action: 'portal.profile.update' });
    const { account } = customerCaller(call);
    if (!(await updateOwnCustomer(tx, { version, displayName }))) throw new AppError(ErrorCode.StaleEdit);
    await writeAudit(call, {
      action: 'account.updated',
      objectType: 'account',
      objectId: account.id,
      after: { changed: changedKeys(account, { displayName }) },
    });
    return customerProfile(call);
  });
