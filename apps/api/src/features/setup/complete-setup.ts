import { secretHash } from '@sallyport/auth';
import { Done, ErrorCode } from '@sallyport/contracts/common';
import { CompleteSetupInput } from '@sallyport/contracts/staff';
import {
  consumeSetupLink,
  createFirstAdmin,
  enterAfterSetup,
  isSetupLinkOpen,
  readDoor,
  takeSetup,
} from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import type { RequestContext } from '../../trpc/context.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { runApart } from '../../trpc/transaction.ts';
import { hashing } from '../auth/attempt.service.ts';
import { enter } from '../auth/enter.service.ts';
import { refuseBadPassword } from '../profile/password-rules.service.ts';
import { servicesOf } from '../services.ts';
import { DONE } from '../wire.ts';

/** S11: names the firm and makes the first Admin, once; afterwards this does not exist. */
export const completeSetup = procedure
  .public('There is nobody yet who could sign in; the link printed at start is the proof.', isOpen)
  .input(CompleteSetupInput)
  .output(Done)
  .prepare(async ({ input, request }) => {
    const hash = secretHash(input.secret);
    if (!(await runApart(request, (tx) => isSetupLinkOpen(tx, hash))))
      throw new AppError(ErrorCode.LinkInvalid);
    refuseBadPassword('password', input.password, input);
    const credential = await hashing(() => servicesOf(request).passwords.newCredential(input.password));
    return { hash, credential };
  })
  .mutation(async ({ tx, call, input, prepared: { hash, credential } }) => {
    // Of two at once the second waits here, and then finds that there is nothing to set up.
    if (!(await takeSetup(tx))) throw new AppError(ErrorCode.NotFound);
    if (!(await consumeSetupLink(tx, hash))) throw new AppError(ErrorCode.LinkInvalid);
    const { tag: _tag, ...stored } = credential;
    const { firmName, displayName, email } = input;
    const adminId = await createFirstAdmin(tx, { firmName, displayName, email, credential: stored });
    await writeAudit(call, {
      action: 'setup.completed',
      objectType: 'account',
      objectId: adminId,
      after: { isAdmin: true, isFirmNamed: true },
    });
    const { address } = call.request;
    // Confirmed, because the link has shown who it is: the first thing to do is to enrol a factor (G3).
    const entrance = await enter(call, async (session) => {
      const accountId = await enterAfterSetup(tx, { ...session, address });
      return accountId === null ? null : { accountId, isNewDevice: false };
    });
    if (!entrance) throw new AppError(ErrorCode.Internal, { log: 'the first Admin could not be signed in' });
    return DONE;
  });

async function isOpen(request: RequestContext): Promise<boolean> {
  const { isSetupOpen } = await runApart(request, readDoor);
  return isSetupOpen;
}
