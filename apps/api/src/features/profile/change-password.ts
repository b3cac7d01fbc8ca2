import { ChangePasswordInput, Done } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { SignedInStaff } from '../signed-in.ts';
import { prepareNewPassword, replacePassword } from './change-password.service.ts';
import { refuseBadPassword } from './password-rules.service.ts';

/** One's own password; always after "Confirm it's you" (S8). */
export const changePassword = procedure
  .staff({ permission: null, action: 'profile.changePassword' })
  .input(ChangePasswordInput)
  .output(Done)
  .prepare(({ input: { newPassword }, ...call }) =>
    prepareNewPassword(
      call,
      newPassword,
      { action: 'profile.changePassword' },
      (caller) => {
        if (!(caller instanceof SignedInStaff)) return {};
        const { email, username, displayName } = caller.record.account;
        return { email, username, displayName, firmName: caller.firmName };
      },
      (context) => refuseBadPassword('newPassword', newPassword, context),
    ),
  )
  .mutation(({ call, prepared }) => {
    call.authorize({ action: 'profile.changePassword' });
    return replacePassword(call, prepared);
  });
