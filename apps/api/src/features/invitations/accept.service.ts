import type { NewCredential } from '@sallyport/auth';
import { type AcceptInvitationInput, Audience, ErrorCode } from '@sallyport/contracts/common';
import {
  acceptInvitation,
  countTry,
  linkPasswordMinimum,
  portalFirmName,
  readDoor,
} from '@sallyport/db/identity';
import type { z } from 'zod';
import type { Call } from '../../trpc/call.ts';
import type { RequestContext } from '../../trpc/context.ts';
import { AppError } from '../../trpc/errors.ts';
import { runApart } from '../../trpc/transaction.ts';
import { hashing } from '../auth/attempt.service.ts';
import { enter } from '../auth/enter.service.ts';
import { refuseBadPassword } from '../profile/password-rules.service.ts';
import { servicesOf } from '../services.ts';

type Input = z.output<typeof AcceptInvitationInput>;

/**
 * Counts the try by address (S4), or anybody could make the server hash with made-up links; then checks and hashes the
 * new password. Whether the link is good is not looked at yet: only a POST that means it uses it up (S10).
 */
export async function prepareAcceptance(input: Input, request: RequestContext): Promise<NewCredential> {
  const { audience, passwords } = servicesOf(request);
  const { address } = request;
  const { isAllowed, minimum, firmName } = await runApart(request, async (tx) => ({
    isAllowed: await countTry(tx, audience, { kind: 'LINK', subject: input.secret, address }),
    minimum: await linkPasswordMinimum(tx, audience, input.secret),
    firmName: audience === Audience.Staff ? (await readDoor(tx)).firmName : await portalFirmName(tx),
  }));
  if (!isAllowed) throw new AppError(ErrorCode.Throttled);
  refuseBadPassword('password', input.password, { displayName: input.displayName, firmName, minimum });
  return hashing(() => passwords.newCredential(input.password));
}

/**
 * Uses the link up, exactly once (U5, S10), and signs its owner in; accept_invitation writes the audit row. Returns the
 * account. @throws AppError LINK_INVALID, the same for unknown, used, ended and of the other door
 */
export async function consumeInvitation(
  call: Call,
  input: Input,
  credential: NewCredential,
): Promise<string> {
  const { audience } = servicesOf(call.request);
  const { address } = call.request;
  const { tag: _tag, ...stored } = credential;
  const entrance = await enter(call, async (session) => {
    const accountId = await acceptInvitation(call.tx, audience, {
      ...session,
      linkSecret: input.secret,
      displayName: input.displayName,
      credential: stored,
      address,
    });
    return accountId === null ? null : { accountId, isNewDevice: false };
  });
  if (!entrance) throw new AppError(ErrorCode.LinkInvalid);
  call.noteAudit();
  return entrance.accountId;
}
