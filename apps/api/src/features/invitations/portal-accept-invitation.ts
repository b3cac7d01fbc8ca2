import { AcceptInvitationInput, Done } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { DONE } from '../wire.ts';
import { consumeInvitation, prepareAcceptance } from './accept.service.ts';

/** U5: the invited customer chooses a name and a password, and is signed in. */
export const portalAcceptInvitation = procedure
  .public('The invited have no session yet; the secret of their link is the proof.')
  .input(AcceptInvitationInput)
  .output(Done)
  .prepare(({ input, request }) => prepareAcceptance(input, request))
  .mutation(async ({ call, input, prepared }) => {
    await consumeInvitation(call, input, prepared);
    return DONE;
  });
