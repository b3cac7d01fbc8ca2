import type { NewSession } from '@sallyport/auth';
import { ErrorCode, type SignInInput } from '@sallyport/contracts/common';
import { beginSignIn, finishSignIn, inTransaction } from '@sallyport/db';
import type { Call } from '../../trpc/call.ts';
import type { RequestContext } from '../../trpc/context.ts';
import { AppError } from '../../trpc/errors.ts';
import { servicesOf } from '../services.ts';
import { DONE } from '../wire.ts';
import { hashForAttempt, type PreparedAttempt } from './attempt.ts';

// Lucia wants an owner for a session; the database decides whose it is, and refuses this one.
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Counts the attempt, committed before anything is hashed, then computes its tag. */
export async function prepareSignIn(input: SignInInput, request: RequestContext): Promise<PreparedAttempt> {
  const services = servicesOf(request);
  const { requestId, address } = request;
  const attempt = await inTransaction(request.door.db, { session: null, requestId }, (tx) =>
    beginSignIn(tx, services.audience, { identifier: input.identifier, address }),
  );
  return hashForAttempt(services, attempt, input.password, input.identifier);
}

/**
 * S1: makes the session, or answers the one same refusal for unknown, wrong, inactive, expired and throttled. A refusal
 * is raised only after commit, so that the failed attempt and its audit row stay.
 */
export async function finishSigningIn(call: Call, prepared: PreparedAttempt): Promise<typeof DONE> {
  const session = prepared.tag && (await openSession(call, prepared.attempt, prepared.tag));
  // finish_sign_in has written the audit row; a throttled attempt is on record as the attempt that was counted.
  call.noteAudit();
  call.afterCommit(() => {
    if (!session) throw new AppError(ErrorCode.SignInFailed);
    call.request.cookie.set(session.secret);
  });
  return DONE;
}

/** Uses up an attempt; null when the database refused it. */
export function openSession(
  call: Call,
  { attemptId, accountId }: PreparedAttempt['attempt'],
  tag: Uint8Array<ArrayBuffer>,
): Promise<NewSession | null> {
  const { sessions, audience } = servicesOf(call.request);
  const { requestId, userAgent } = call.request;
  const create = async ({ sessionId, secret }: NewSession) => {
    const input = { attemptId, tag, sessionId, secret, userAgent, requestId };
    return (await finishSignIn(call.tx, audience, input)) !== null;
  };
  return sessions.create({ create }, accountId ?? NOBODY);
}
