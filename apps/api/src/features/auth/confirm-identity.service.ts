import type { NewSession } from '@sallyport/auth';
import { CONFIRMATION_LIMITS, ErrorCode, type SessionState } from '@sallyport/contracts/common';
import { beginConfirmation, confirmIdentity } from '@sallyport/db/identity';
import type { Call } from '../../trpc/call.ts';
import type { RequestContext } from '../../trpc/context.ts';
import { AppError } from '../../trpc/errors.ts';
import { runApart } from '../../trpc/transaction.ts';
import { servicesOf } from '../services.ts';
import { iso } from '../wire.ts';
import { hashForAttempt, type PreparedAttempt } from './attempt.service.ts';
import { sessionState } from './session-state.ts';

const WRONG = 'The password is not right, or there were too many tries. Wait a little and try again.';

/** Counted like a sign-in, before anything is hashed (S4, S8). */
export async function prepareConfirmation(
  password: string,
  request: RequestContext,
): Promise<PreparedAttempt> {
  const services = servicesOf(request);
  const { address, deviceSecret } = request;
  const attempt = await runApart(request, (tx) =>
    beginConfirmation(tx, services.audience, { address, deviceSecret }),
  );
  if (!attempt) throw new AppError(ErrorCode.Unauthenticated);
  return hashForAttempt(services, attempt, password, attempt.accountId ?? '', refusal);
}

/** S6, S8: a new, confirmed session in place of the present one. A refusal is raised after commit, as at sign-in. */
export async function finishConfirmation(call: Call, prepared: PreparedAttempt): Promise<SessionState> {
  const session = await replaceSession(call, prepared);
  // confirm_identity has written the audit row, for failures too.
  call.noteAudit();
  call.afterCommit(() => {
    if (!session) throw refusal();
    call.request.cookie.set(session.secret);
  });
  return confirmedState(call);
}

/** The present session as it is once its identity was confirmed. */
export function confirmedState(call: Call): SessionState {
  const { now } = call.principal;
  const confirmedUntil = new Date(now.getTime() + CONFIRMATION_LIMITS.holdsMinutes * 60_000);
  return { ...sessionState(call), confirmedUntil: iso(confirmedUntil) };
}

function refusal(): AppError {
  return new AppError(ErrorCode.SignInFailed, { userMessage: WRONG });
}

function replaceSession(call: Call, { attempt, tag }: PreparedAttempt): Promise<NewSession | null> {
  const { attemptId } = attempt;
  const { sessions, audience } = servicesOf(call.request);
  const { requestId, userAgent } = call.request;
  const create = ({ sessionId, secret }: NewSession) =>
    confirmIdentity(call.tx, audience, {
      attemptId,
      tag,
      newSessionId: sessionId,
      newSecret: secret,
      userAgent,
      requestId,
    });
  return sessions.create({ create }, call.principal.account.id);
}
