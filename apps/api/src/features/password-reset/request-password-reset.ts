import { Done, RequestPasswordResetInput } from '@sallyport/contracts/common';
import { requestReset } from '@sallyport/db/identity';
import { linkMail } from '../../mail/link-mail.ts';
import { isMailConfigured } from '../../mail/queue-mail.ts';
import { procedure } from '../../trpc/procedure.ts';
import { servicesOf } from '../services.ts';
import { DONE } from '../wire.ts';
import { waitForEvenTime } from './even-time.service.ts';

/** S10: mails a link to whoever has an account in use. The answer, and its time, are the same for everyone. */
export const requestPasswordReset = procedure
  .public('Whoever forgot the password cannot sign in; the link goes to the address of the account alone.')
  .input(RequestPasswordResetInput)
  .output(Done)
  .prepare(async ({ request }) => ({
    startedAt: performance.now(),
    ...linkMail(request, (secret) => ({
      kind: 'password-reset',
      variables: { secret, isRequestedByOther: false },
    })),
  }))
  .mutation(async ({ tx, call, input: { identifier }, prepared: { startedAt, linkHash, mail } }) => {
    const { address, requestId } = call.request;
    // U5: without mail nothing could carry the link.
    if (await isMailConfigured(call)) {
      const { audience } = servicesOf(call.request);
      await requestReset(tx, audience, { identifier, address, linkHash, mail, requestId });
    }
    // request_reset writes the audit row.
    call.noteAudit();
    call.afterCommit(() => waitForEvenTime(startedAt));
    return DONE;
  });
