import { Audience, Done, ErrorCode, LinkInput } from '@sallyport/contracts/common';
import { reportNotMe, revokeTokens } from '@sallyport/db/identity';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { servicesOf } from '../services.ts';
import { DONE } from '../wire.ts';

/** S7: "This was not me", out of a security notice. Closes what a stranger could use, and signs nobody in. */
export const notMe = procedure
  .public('Whoever gets the notice may be locked out by whoever got in; the secret of the link is the proof.')
  .input(LinkInput)
  .output(Done)
  .mutation(async ({ tx, call, input: { secret } }) => {
    const { address, requestId } = call.request;
    const { audience } = servicesOf(call.request);
    const accountId = await reportNotMe(tx, audience, { secret, address, requestId });
    // A token that somebody else made would outlive every session.
    if (accountId !== null && audience === Audience.Staff) await revokeTokens(tx, { id: accountId });
    call.noteAudit();
    call.afterCommit(() => {
      if (accountId === null) throw new AppError(ErrorCode.LinkInvalid);
    });
    return DONE;
  });
