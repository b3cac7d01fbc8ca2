import { AcceptInvitationInput, Audience, Done } from '@sallyport/contracts/common';
import { beginSignIn, readSignInName } from '@sallyport/db';
import { procedure } from '../../trpc/procedure.ts';
import { finishSigningIn } from '../auth/sign-in.service.ts';
import { refuseBadPassword } from '../profile/password-rules.ts';
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
    refuseBadPassword('password', input.password, { email });
    const { address } = call.request;
    const attempt = await beginSignIn(tx, Audience.Staff, { identifier: email, address });
    return finishSigningIn(call, { attempt, tag: prepared.tag });
  });
