import { ConfirmIdentityInput, SessionState } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { finishConfirmation, prepareConfirmation } from './confirm-identity.service.ts';

/** S8: "Confirm it's you" by password. */
export const portalConfirmIdentity = procedure
  .portal({ permission: null, action: 'portal.session.read' })
  .input(ConfirmIdentityInput)
  .output(SessionState)
  .prepare(({ input, request }) => prepareConfirmation(input.password, request))
  .mutation(({ call, prepared }) => {
    call.authorize({ action: 'portal.session.read' });
    return finishConfirmation(call, prepared);
  });
