import { type NewCredential, recoveryCodeHash, totpStep } from '@sallyport/auth';
import { type CompletePasswordResetInput, ErrorCode, FACTOR_LIMITS } from '@sallyport/contracts/common';
import { type BegunReset, beginReset } from '@sallyport/db/identity';
import type { z } from 'zod';
import type { RequestContext } from '../../trpc/context.ts';
import { AppError } from '../../trpc/errors.ts';
import { runApart } from '../../trpc/transaction.ts';
import { hashing } from '../auth/attempt.service.ts';
import { seedPlace } from '../factors/sealed-factor.service.ts';
import { refuseBadPassword } from '../profile/password-rules.service.ts';
import { servicesOf } from '../services.ts';

type Input = z.output<typeof CompletePasswordResetInput>;

/** What a reset presents to the database; or that the factor has to come first. */
export type PreparedReset =
  | { next: 'factor'; hasTotp: boolean; isWrong: boolean }
  | {
      next: 'complete';
      hasTotp: boolean;
      attemptId: string | null;
      step: number | null;
      codeHash: Uint8Array<ArrayBuffer> | null;
      credential: NewCredential;
    };

/**
 * Counts the try with the link (S4), judges the password (S2), then counts and judges the code; only then it hashes. A
 * password that is refused costs no try of the factor.
 * @throws AppError LINK_INVALID for unknown, used, ended, of the other door and throttled; PASSWORD_REFUSED
 */
export async function prepareReset(input: Input, request: RequestContext): Promise<PreparedReset> {
  const { secret, newPassword, code } = input;
  const begun = await begin(request, secret, false);
  const { hasFactor, hasTotp } = begun;
  refuseBadPassword('newPassword', newPassword, begun);
  if (hasFactor && code === undefined) return { next: 'factor', hasTotp, isWrong: false };

  const presented = hasFactor && code !== undefined ? await presentCode(request, secret, code) : NO_FACTOR;
  if (presented === null) return { next: 'factor', hasTotp, isWrong: true };
  const credential = await hashing(() => servicesOf(request).passwords.newCredential(newPassword));
  return { next: 'complete', hasTotp, ...presented, credential };
}

const NO_FACTOR = { attemptId: null, step: null, codeHash: null };

async function begin(request: RequestContext, secret: string, hasCode: boolean): Promise<BegunReset> {
  const { address, deviceSecret } = request;
  const begun = await runApart(request, (tx) =>
    beginReset(tx, servicesOf(request).audience, { secret, hasCode, deviceSecret, address }),
  );
  if (!begun) throw new AppError(ErrorCode.LinkInvalid);
  return begun;
}

/** S5: the try is counted before anything is compared. Null when there were too many. */
async function presentCode(request: RequestContext, secret: string, code: string) {
  const { attemptId, isAllowed, sealedSeed, accountId, at } = await begin(request, secret, true);
  if (!isAllowed) return null;
  if (code.length !== FACTOR_LIMITS.totpDigits)
    return { attemptId, step: null, codeHash: recoveryCodeHash(code) };
  if (sealedSeed === null) return { attemptId, step: null, codeHash: null };
  const { sealer } = servicesOf(request);
  const seed = Uint8Array.from(sealer.open('factors', sealedSeed, seedPlace(accountId)));
  return { attemptId, step: totpStep(seed, code, at), codeHash: null };
}
