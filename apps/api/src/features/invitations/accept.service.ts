import type { NewCredential, NewSession } from '@sallyport/auth';
import { secretHash } from '@sallyport/auth';
import { type AcceptInvitationInput, Audience, ErrorCode } from '@sallyport/contracts/common';
import { acceptInvitation, beginSignIn, portalFirmName, readDoor } from '@sallyport/db';
import type { z } from 'zod';
import type { Call } from '../../trpc/call.ts';
import type { RequestContext } from '../../trpc/context.ts';
import { AppError } from '../../trpc/errors.ts';
import { runApart } from '../../trpc/transaction.ts';
import { hashing } from '../auth/attempt.service.ts';
import { refuseBadPassword } from '../profile/password-rules.service.ts';
import { servicesOf } from '../services.ts';

// Lucia wants an owner for a session; the database knows whose link it is.
const NOBODY = '00000000-0000-0000-0000-000000000000';

type Input = z.output<typeof AcceptInvitationInput>;

/**
 * Counts the try by address (S4), or anybody could make the server hash with made-up links; then checks and hashes the
 * new password. Whether the link is good is not looked at yet: only a POST that means it uses it up (S10).
 */
export async function prepareAcceptance(input: Input, request: RequestContext): Promise<NewCredential> {
  const { audience, passwords } = servicesOf(request);
  const { address } = request;
  const identifier = `link:${Buffer.from(secretHash(input.secret)).toString('hex')}`;
  const { isAllowed, firmName } = await runApart(request, async (tx) => ({
    isAllowed: (await beginSignIn(tx, audience, { identifier, address })).isAllowed,
    firmName: audience === Audience.Staff ? (await readDoor(tx)).firmName : await portalFirmName(tx),
  }));
  if (!isAllowed) throw new AppError(ErrorCode.Throttled);
  refuseBadPassword('password', input.password, { displayName: input.displayName, firmName });
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
  const { audience, sessions } = servicesOf(call.request);
  const { requestId, address, userAgent } = call.request;
  const { tag: _tag, ...stored } = credential;
  let accountId: string | null = null;
  const create = async ({ sessionId, secret }: NewSession) => {
    accountId = await acceptInvitation(call.tx, audience, {
      linkSecret: input.secret,
      displayName: input.displayName,
      credential: stored,
      sessionId,
      secret,
      address,
      userAgent,
      requestId,
    });
    return accountId !== null;
  };
  const session = await sessions.create({ create }, NOBODY);
  if (session === null || accountId === null) throw new AppError(ErrorCode.LinkInvalid);
  call.noteAudit();
  call.afterCommit(() => call.request.cookie.set(session.secret));
  return accountId;
}
