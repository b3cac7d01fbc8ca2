import { CompletePasswordResetInput, ErrorCode, PasswordResetResult } from '@sallyport/contracts/common';
import { completeReset } from '@sallyport/db/identity';
import { noticeMail } from '../../mail/link-mail.ts';
import { isMailConfigured, originOf } from '../../mail/queue-mail.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { servicesOf } from '../services.ts';
import { prepareReset } from './prepare-reset.service.ts';

/** S10: a new password by link, with the second factor where there is one. Signs nobody in and ends every session. */
export const completePasswordReset = procedure
  .public('Whoever forgot the password cannot sign in; the secret of the link is the proof.')
  .input(CompletePasswordResetInput)
  .output(PasswordResetResult)
  .prepare(({ input, request }) => prepareReset(input, request))
  .mutation(async ({ tx, call, input: { secret }, prepared }) => {
    // complete_reset writes the audit rows; counting the tries has left its own.
    call.noteAudit();
    if (prepared.next === 'factor') return prepared;
    const { request } = call;
    const { hasTotp, attemptId, step, codeHash, credential } = prepared;
    const { tag: _tag, ...stored } = credential;
    const variables = { how: 'reset', origin: originOf(request) } as const;
    const mail = (await isMailConfigured(call))
      ? noticeMail(request, { kind: 'password-changed', variables })
      : null;
    const outcome = await completeReset(tx, servicesOf(request).audience, {
      secret,
      attemptId,
      step,
      codeHash,
      credential: stored,
      address: request.address,
      mail,
      requestId: request.requestId,
    });
    if (outcome === 'invalid') throw new AppError(ErrorCode.LinkInvalid);
    return outcome === 'done' ? { next: 'done' } : { next: 'factor', hasTotp, isWrong: true };
  });
