import { ConfirmIdentityInput, SessionState } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { finishConfirmation, prepareConfirmation } from './confirm-identity.service.ts';

/** S8: "Confirm it's you" by password. */
export const confirmIdentity = procedure
  .staff({ permission: null, action: 'session.read' })
  .input(ConfirmIdentityInput)
  .output(SessionState)
  .prepare(({ input, request }) => prepareConfirmation(input.password, request))
  .mutation(({ call, prepared }) => {
    call.authorize({ action: 'session.read' });
    return finishConfirmation(call, prepared);
  });
