import { Done, RequestEmailChangeInput } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { sendEmailChangeLink } from './request-email-change.service.ts';

/** U6: another address for one's own account; always after "Confirm it's you" (S8). */
export const portalRequestEmailChange = procedure
  .portal({ permission: null, action: 'portal.profile.changeEmail' })
  .input(RequestEmailChangeInput)
  .output(Done)
  .mutation(({ call, input: { newEmail } }) => {
    call.authorize({ action: 'portal.profile.changeEmail' });
    return sendEmailChangeLink(call, newEmail);
  });
