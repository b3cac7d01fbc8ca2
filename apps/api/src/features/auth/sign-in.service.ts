import type { NewSession } from '@sallyport/auth';
import { ErrorCode, type SignInInput } from '@sallyport/contracts/common';
import { beginSignIn, finishSignIn, strengthenCredential } from '@sallyport/db';
import type { Call } from '../../trpc/call.ts';
import type { RequestContext } from '../../trpc/context.ts';
import { AppError } from '../../trpc/errors.ts';
import { runApart } from '../../trpc/transaction.ts';
import { servicesOf } from '../services.ts';
import { DONE } from '../wire.ts';
import { hashForAttempt, type PreparedAttempt } from './attempt.service.ts';

// Lucia wants an owner for a session; the database decides whose it is, and refuses this one.
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Counts the attempt, committed before anything is hashed, then computes its tag. */
export async function prepareSignIn(input: SignInInput, request: RequestContext): Promise<PreparedAttempt> {
  const services = servicesOf(request);
  const { address } = request;
  const attempt = await runApart(request, (tx) =>
    beginSignIn(tx, services.audience, { identifier: input.identifier, address }),
  );
  return hashForAttempt(services, attempt, input.password, input.identifier, refusal);
}

/**
 * S1: makes the session, or answers the one same refusal for unknown, wrong, inactive, expired and throttled. A refusal
 * is raised only after commit, so that the failed attempt and its audit row stay.
 */
export async function finishSigningIn(call: Call, prepared: PreparedAttempt): Promise<typeof DONE> {
  const session = await openSession(call, prepared);
  // finish_sign_in has written the audit row, for failures too.
  call.noteAudit();
  call.afterCommit(() => {
    if (!session) throw refusal();
    call.request.cookie.set(session.secret);
  });
  call.afterCommit(() => strengthen(call.request, prepared));
  return DONE;
}

/** S3: hashes anew what was hashed more weakly. Failing at it must not keep anybody out. */
async function strengthen(request: RequestContext, { attempt, tag, renew }: PreparedAttempt): Promise<void> {
  if (!renew) return;
  try {
    const { tag: _tag, ...credential } = await renew();
    const { audience } = servicesOf(request);
    await runApart(request, (tx) =>
      strengthenCredential(tx, audience, { attemptId: attempt.attemptId, tag, credential }),
    );
  } catch (error) {
    request.door.log.warn('a password could not be hashed anew', { failure: String(error) });
  }
}

/** The one refusal of S1. */
function refusal(): AppError {
  return new AppError(ErrorCode.SignInFailed);
}

/** Uses up an attempt; null when the database refused it. */
function openSession(call: Call, { attempt, tag }: PreparedAttempt): Promise<NewSession | null> {
  const { attemptId, accountId } = attempt;
  const { sessions, audience } = servicesOf(call.request);
  const { requestId, userAgent } = call.request;
  const create = async ({ sessionId, secret }: NewSession) => {
    const input = { attemptId, tag, sessionId, secret, userAgent, requestId };
    return (await finishSignIn(call.tx, audience, input)) !== null;
  };
  return sessions.create({ create }, accountId ?? NOBODY);
}
