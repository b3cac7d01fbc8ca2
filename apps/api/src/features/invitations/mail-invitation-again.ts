import { Done, LinkInput } from '@sallyport/contracts/common';
import { mailInvitationAgain as mailAgain } from '@sallyport/db/identity';
import { linkMail } from '../../mail/link-mail.ts';
import { isMailConfigured } from '../../mail/queue-mail.ts';
import { procedure } from '../../trpc/procedure.ts';
import { waitForEvenTime } from '../password-reset/even-time.service.ts';
import { servicesOf } from '../services.ts';
import { DONE } from '../wire.ts';

/** U5: a new mail to the invited address, for an invitation that is still open. The same answer for everyone. */
export const mailInvitationAgain = procedure
  .public('The invited have no session yet; the new link goes to the invited address alone.')
  .input(LinkInput)
  .output(Done)
  .prepare(async ({ request }) => ({
    startedAt: performance.now(),
    ...linkMail(request, (secret) => ({ kind: 'invitation', variables: { secret, inviterName: null } })),
  }))
  .mutation(async ({ tx, call, input: { secret }, prepared: { startedAt, linkHash, mail } }) => {
    const { address, requestId } = call.request;
    if (await isMailConfigured(call)) {
      const { audience } = servicesOf(call.request);
      await mailAgain(tx, audience, { secret, address, linkHash, mail, requestId });
    }
    // mail_invitation_again writes the audit row where there is something to record.
    call.noteAudit();
    call.afterCommit(() => waitForEvenTime(startedAt));
    return DONE;
  });
