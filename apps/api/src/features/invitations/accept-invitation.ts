import { AcceptInvitationInput, Done, PASSWORD_LENGTH } from '@sallyport/contracts/common';
import { readSignInName } from '@sallyport/db/identity';
import { procedure } from '../../trpc/procedure.ts';
import { refuseBadPassword } from '../profile/password-rules.service.ts';
import { DONE } from '../wire.ts';
import { consumeInvitation, prepareAcceptance } from './accept.service.ts';

/** U5: the invited person chooses a name and a password, and is signed in. */
export const acceptInvitation = procedure
  .public('The invited have no session yet; the secret of their link is the proof.')
  .input(AcceptInvitationInput)
  .output(Done)
  .prepare(({ input, request }) => prepareAcceptance(input, request))
  .mutation(async ({ tx, call, input, prepared }) => {
    const accountId = await consumeInvitation(call, input, prepared);
    // Only now is it known whose link it was; a refusal here leaves the link unused.
    const email = await readSignInName(tx, accountId);
    // Its length was judged before.
    refuseBadPassword('password', input.password, { email, minimum: PASSWORD_LENGTH.minimumWithFactor });
    return DONE;
  });
