import { Done, ErrorCode, LinkInput } from '@sallyport/contracts/common';
import { confirmEmailChange as confirm } from '@sallyport/db/identity';
import { noticeMail } from '../../mail/link-mail.ts';
import { isMailConfigured } from '../../mail/queue-mail.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { servicesOf } from '../services.ts';
import { DONE } from '../wire.ts';

/** U6, S7: the new address counts from now on, every session ends, and the old address is told. */
export const confirmEmailChange = procedure
  .public('The link may be opened in another browser; its secret is the proof of the new address.')
  .input(LinkInput)
  .output(Done)
  .mutation(async ({ tx, call, input: { secret } }) => {
    const { request } = call;
    const { address, requestId } = request;
    const mail = (await isMailConfigured(call))
      ? noticeMail(request, { kind: 'email-changed', variables: {} })
      : null;
    const input = { secret, address, mail, requestId };
    const accountId = await confirm(tx, servicesOf(request).audience, input);
    call.noteAudit();
    // After the commit, so that the try stays counted.
    call.afterCommit(() => {
      if (accountId === null) throw new AppError(ErrorCode.LinkInvalid);
    });
    return DONE;
  });
