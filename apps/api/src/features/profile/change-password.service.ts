import { type AccessRequest, decide } from '@sallyport/access';
import type { NewCredential, NewSession, PasswordContext } from '@sallyport/auth';
import { ErrorCode } from '@sallyport/contracts/common';
import { changePassword, ownPasswordMinimum } from '@sallyport/db/identity';
import { originOf, queueMail } from '../../mail/queue-mail.ts';
import { type Call, refuseUnless } from '../../trpc/call.ts';
import type { Authentication } from '../../trpc/context.ts';
import { AppError } from '../../trpc/errors.ts';
import type { PrepareCall } from '../../trpc/procedure.ts';
import { runApart } from '../../trpc/transaction.ts';
import { hashing } from '../auth/attempt.service.ts';
import { servicesOf } from '../services.ts';
import { DONE } from '../wire.ts';

/** Asks the decision before hashing, so that nobody unconfirmed makes the server hash (S8), then S2, then hashes. */
export async function prepareNewPassword(
  { request, principal }: Pick<PrepareCall<never>, 'request' | 'principal'>,
  newPassword: string,
  question: AccessRequest<'profile.changePassword' | 'portal.profile.changePassword'>,
  contextOf: (caller: Authentication) => PasswordContext,
  refuse: (context: PasswordContext) => void,
): Promise<NewCredential> {
  if (!principal || request.secret === null) throw new AppError(ErrorCode.Unauthenticated);
  refuseUnless(decide(principal, question));
  const { door, secret } = request;
  const { caller, minimum } = await runApart(request, async (tx) => ({
    caller: await door.sessions.authenticate(tx, secret, request),
    minimum: await ownPasswordMinimum(tx, servicesOf(request).audience),
  }));
  if (!caller) throw new AppError(ErrorCode.Unauthenticated);
  refuse({ ...contextOf(caller), minimum });
  return hashing(() => servicesOf(request).passwords.newCredential(newPassword));
}

/** S7: all sessions end, this one goes on as a new one. change_password writes the audit row. */
export async function replacePassword(call: Call, credential: NewCredential): Promise<typeof DONE> {
  const { sessions, audience } = servicesOf(call.request);
  const { requestId, userAgent } = call.request;
  const { tag: _tag, ...stored } = credential;
  const create = ({ sessionId, secret }: NewSession) =>
    changePassword(call.tx, audience, {
      credential: stored,
      newSessionId: sessionId,
      newSecret: secret,
      userAgent,
      requestId,
    });
  const session = await sessions.create({ create }, call.principal.account.id);
  if (!session) throw new AppError(ErrorCode.ConfirmIdentity);
  call.noteAudit();
  const accountId = call.principal.account.id;
  const variables = { how: 'changed', origin: originOf(call.request) } as const;
  await queueMail(call, { kind: 'password-changed', accountId, variables });
  call.afterCommit(() => call.request.cookie.set(session.secret));
  return DONE;
}
