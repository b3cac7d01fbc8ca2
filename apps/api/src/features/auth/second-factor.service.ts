import { recoveryCodeHash, totpStep } from '@sallyport/auth';
import { ErrorCode, type SignInResult } from '@sallyport/contracts/common';
import { beginFactor, type FactorAttempt, finishFactor } from '@sallyport/db/identity';
import { originOf, queueMail } from '../../mail/queue-mail.ts';
import type { Call } from '../../trpc/call.ts';
import type { RequestContext } from '../../trpc/context.ts';
import { AppError } from '../../trpc/errors.ts';
import { runApart } from '../../trpc/transaction.ts';
import { openFactor, seedPlace } from '../factors/sealed-factor.service.ts';
import { servicesOf } from '../services.ts';
import { enter } from './enter.service.ts';

const WRONG = 'This code is not right, was used before, or there were too many tries. Wait for the next one.';
const OVER = 'This sign-in has ended. Start again with your password.';

/** A counted try of the second step. */
export interface PreparedFactor {
  pendingSecret: string;
  attemptId: string;
  step: number | null;
  /** Shows to the database that the seed could be opened. */
  seed: Uint8Array<ArrayBuffer> | null;
  codeHash: Uint8Array<ArrayBuffer> | null;
}

/** Counts the try, then compares the code of an authenticator app with the seed, which only this process can open. */
export function prepareTotp(code: string, request: RequestContext): Promise<PreparedFactor> {
  const { sealer } = servicesOf(request);
  return prepare(request, ({ sealedSeed, accountId, at }) => {
    if (!sealedSeed) return { step: null, seed: null, codeHash: null };
    const seed = openFactor(sealer, sealedSeed, seedPlace(accountId));
    return { step: totpStep(seed, code, at), seed, codeHash: null };
  });
}

/** Counts the try with a recovery code, of which only the hash is compared. */
export function prepareRecoveryCode(code: string, request: RequestContext): Promise<PreparedFactor> {
  return prepare(request, () => ({ step: null, seed: null, codeHash: recoveryCodeHash(code) }));
}

/** S5: opens the session for a code that is right and was never used. finish_factor writes the audit rows. */
export async function finishSecondFactor(call: Call, prepared: PreparedFactor): Promise<SignInResult> {
  const { audience } = servicesOf(call.request);
  const entrance = await enter(call, (session) =>
    finishFactor(call.tx, audience, { ...session, ...prepared }),
  );
  call.noteAudit();
  call.afterCommit(() => {
    if (!entrance) throw wrongFactor();
  });
  if (entrance && prepared.codeHash) {
    const variables = { what: 'recovery-code-used', origin: originOf(call.request) } as const;
    await queueMail(call, { kind: 'factor-changed', accountId: entrance.accountId, variables });
  }
  return { next: 'in' };
}

/** The secret of the pending sign-in. @throws AppError UNAUTHENTICATED without one */
export function pendingSecretOf({ pendingSecret }: RequestContext): string {
  if (pendingSecret === null) throw pendingIsOver();
  return pendingSecret;
}

/** Nothing is pending: never was, is over, or five tries were wrong. */
export function pendingIsOver(): AppError {
  return new AppError(ErrorCode.Unauthenticated, { userMessage: OVER });
}

/** Wrong, used before and throttled look the same. */
function wrongFactor(): AppError {
  return new AppError(ErrorCode.SignInFailed, { userMessage: WRONG });
}

async function prepare(
  request: RequestContext,
  compare: (attempt: FactorAttempt) => Pick<PreparedFactor, 'step' | 'seed' | 'codeHash'>,
): Promise<PreparedFactor> {
  const pendingSecret = pendingSecretOf(request);
  const { address, deviceSecret } = request;
  const attempt = await runApart(request, (tx) =>
    beginFactor(tx, servicesOf(request).audience, { pendingSecret, deviceSecret, address }),
  );
  if (!attempt) {
    request.cookie.clearPending();
    throw pendingIsOver();
  }
  if (!attempt.isAllowed) throw wrongFactor();
  return { pendingSecret, attemptId: attempt.attemptId, ...compare(attempt) };
}
