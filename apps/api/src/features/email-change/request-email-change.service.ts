import { ErrorCode } from '@sallyport/contracts/common';
import { requestEmailChange } from '@sallyport/db/identity';
import { linkMail } from '../../mail/link-mail.ts';
import { isMailConfigured } from '../../mail/queue-mail.ts';
import type { Call } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';
import { servicesOf } from '../services.ts';
import { DONE } from '../wire.ts';

const NO_MAIL =
  'A new address is confirmed by a link that is mailed to it, and no mail server is set. Ask an Admin.';

/**
 * U6: writes to the new address. A taken one looks like a free one: who has it is nobody else's business.
 * @throws AppError CONFLICT without a mail server
 */
export async function sendEmailChangeLink(call: Call, email: string): Promise<typeof DONE> {
  if (!(await isMailConfigured(call))) {
    throw new AppError(ErrorCode.Conflict, {
      userMessage: NO_MAIL,
      reason: { gate: 'G9', rule: 'U6', message: NO_MAIL },
    });
  }
  const { request, tx } = call;
  const { requestId } = request;
  const link = linkMail(request, (secret) => ({ kind: 'email-change-confirm', variables: { secret } }));
  const input = { email, ...link, requestId };
  if (!(await requestEmailChange(tx, servicesOf(request).audience, input))) {
    throw new AppError(ErrorCode.ConfirmIdentity);
  }
  // request_email_change has written the audit row.
  call.noteAudit();
  return DONE;
}
