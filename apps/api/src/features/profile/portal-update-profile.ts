import { ErrorCode } from '@sallyport/contracts/common';
import { CustomerProfile, UpdateCustomerProfileInput } from '@sallyport/contracts/portal';
import { readOwnCustomer, updateOwnCustomer } from '@sallyport/db';
import { changedKeys } from '../../audit/changed-keys.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { customerProfile } from './customer-profile.ts';

export const portalUpdateProfile = procedure
  .portal({ permission: null, action: 'portal.profile.update' })
  .input(UpdateCustomerProfileInput)
  .output(CustomerProfile)
  .mutation(async ({ tx, call, input }) => {
    call.authorize({ action: 'portal.profile.update' });
    const before = await readOwnCustomer(tx);
    if (!before) throw new AppError(ErrorCode.Unauthenticated);
    const { version, displayName, phone = before.phone } = input;
    const fields = { displayName, phone };
    if (!(await updateOwnCustomer(tx, { version, ...fields }))) throw new AppError(ErrorCode.StaleEdit);
    await writeAudit(call, {
      action: 'account.updated',
      objectType: 'account',
      objectId: before.id,
      after: { changed: changedKeys(before, fields) },
    });
    return customerProfile(call);
  });
