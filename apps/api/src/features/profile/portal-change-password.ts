import { ChangePasswordInput, Done } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { SignedInCustomer } from '../signed-in.ts';
import { prepareNewPassword, replacePassword } from './change-password.service.ts';
import { refuseBadPassword } from './password-rules.service.ts';

/** One's own password; always after "Confirm it's you" (S8). */
export const portalChangePassword = procedure
  .portal({ permission: null, action: 'portal.profile.changePassword' })
  .input(ChangePasswordInput)
  .output(Done)
  .prepare(({ input: { newPassword }, ...call }) =>
    prepareNewPassword(
      call,
      newPassword,
      { action: 'portal.profile.changePassword' },
      (caller) => {
        if (!(caller instanceof SignedInCustomer)) return {};
        const { email, displayName } = caller.record.account;
        return { email, displayName, firmName: caller.firmName, companyName: caller.companyName };
      },
      (context) => refuseBadPassword('newPassword', newPassword, context),
    ),
  )
  .mutation(({ call, prepared }) => {
    call.authorize({ action: 'portal.profile.changePassword' });
    return replacePassword(call, prepared);
  });
