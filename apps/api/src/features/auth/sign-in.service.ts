import { ErrorCode, type SignInInput, type SignInResult } from '@sallyport/contracts/common';
import {
  beginSignIn,
  finishSignIn,
  type SignedInOrPending,
  strengthenCredential,
} from '@sallyport/db/identity';
import type { Call } from '../../trpc/call.ts';
import type { RequestContext } from '../../trpc/context.ts';
import { AppError } from '../../trpc/errors.ts';
import { runApart } from '../../trpc/transaction.ts';
import { servicesOf } from '../services.ts';
import { hashForAttempt, type PreparedAttempt } from './attempt.service.ts';
import { enter } from './enter.service.ts';

/** Counts the attempt, committed before anything is hashed, then computes its tag. */
export async function prepareSignIn(input: SignInInput, request: RequestContext): Promise<PreparedAttempt> {
  const services = servicesOf(request);
  const { address, deviceSecret } = request;
  const attempt = await runApart(request, (tx) =>
    beginSignIn(tx, services.audience, { identifier: input.identifier, address, deviceSecret }),
  );
  return hashForAttempt(services, attempt, input.password, input.identifier, refusal);
}

/**
 * S1, S5: makes the session, or asks for a factor, or answers the one same refusal for unknown, wrong, inactive, expired,
 * throttled and from elsewhere. A refusal is raised only after commit, so that the failed attempt and its audit row stay.
 */
export async function finishSigningIn(call: Call, prepared: PreparedAttempt): Promise<SignInResult> {
  const { attemptId } = prepared.attempt;
  const { audience } = servicesOf(call.request);
  const entrance = await enter(call, (session) =>
    finishSignIn(call.tx, audience, { ...session, attemptId, tag: prepared.tag }),
  );
  // finish_sign_in has written the audit row, for failures too.
  call.noteAudit();
  call.afterCommit(() => {
    if (entrance) return;
    prepared.noteRefusal();
    throw refusal();
  });
  call.afterCommit(() => strengthen(call.request, prepared));
  return entrance ? resultOf(entrance) : { next: 'in' };
}

function resultOf({ next, hasTotp, hasPasskey, hasRecoveryCode }: SignedInOrPending): SignInResult {
  if (next === 'in') return { next };
  return { next, totp: hasTotp, passkey: hasPasskey, recoveryCode: hasRecoveryCode };
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
