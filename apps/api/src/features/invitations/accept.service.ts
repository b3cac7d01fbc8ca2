import type { NewCredential } from '@sallyport/auth';
import { secretHash } from '@sallyport/auth';
import { type AcceptInvitationInput, Audience, ErrorCode } from '@sallyport/contracts/common';
import { acceptInvitation, beginSignIn, inTransaction, portalFirmName, readDoor } from '@sallyport/db';
import type { z } from 'zod';
import type { Call } from '../../trpc/call.ts';
import type { RequestContext } from '../../trpc/context.ts';
import { AppError } from '../../trpc/errors.ts';
import { hashing } from '../auth/attempt.ts';
import { refuseBadPassword } from '../profile/password-rules.ts';
import { servicesOf } from '../services.ts';

type Input = z.output<typeof AcceptInvitationInput>;

/**
 * Counts the try by address (S4), or anybody could make the server hash with made-up links; then checks and hashes the
 * new password. Whether the link is good is not looked at yet: only a POST that means it uses it up (S10).
 */
export async function prepareAcceptance(input: Input, request: RequestContext): Promise<NewCredential> {
  const { audience, passwords } = servicesOf(request);
  const { requestId, address, door } = request;
  const identifier = `link:${Buffer.from(secretHash(input.secret)).toString('hex')}`;
  const { isAllowed, firmName } = await inTransaction(door.db, { session: null, requestId }, async (tx) => ({
    isAllowed: (await beginSignIn(tx, audience, { identifier, address })).isAllowed,
    firmName: audience === Audience.Staff ? (await readDoor(tx)).firmName : await portalFirmName(tx),
  }));
  if (!isAllowed) throw new AppError(ErrorCode.Throttled);
  refuseBadPassword('password', input.password, { displayName: input.displayName, firmName });
  return hashing(() => passwords.newCredential(input.password));
}

/**
 * Uses the link up, exactly once (U5, S10), and returns the account; accept_invitation writes the audit row.
 * @throws AppError LINK_INVALID, the same for unknown, used, ended and of the other door
 */
export async function consumeInvitation(call: Call, input: Input, credential: NewCredential): Promise<string> {
  const { audience } = servicesOf(call.request);
  const { requestId, address } = call.request;
  const { tag: _tag, ...stored } = credential;
  const accountId = await acceptInvitation(call.tx, audience, {
    linkSecret: input.secret,
    displayName: input.displayName,
    credential: stored,
    address,
    requestId,
  });
  if (accountId === null) throw new AppError(ErrorCode.LinkInvalid);
  call.noteAudit();
  return accountId;
}
