import { ErrorCode, type SignInSummary } from '@sallyport/contracts/common';
import { signInSummary } from '@sallyport/db/identity';
import type { Call } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';
import { servicesOf } from '../services.ts';
import { iso } from '../wire.ts';

/** What happened to one's account since one was here before. */
export async function readSignInSummary(call: Call): Promise<SignInSummary> {
  const found = await signInSummary(call.tx, servicesOf(call.request).audience);
  if (!found) throw new AppError(ErrorCode.Unauthenticated);
  const { lastAt, lastAddress, failures, failedAt, failedAddress } = found;
  return {
    lastSignIn: lastAt && { at: iso(lastAt), address: lastAddress },
    failuresSince: failures,
    lastFailure: failedAt && { at: iso(failedAt), address: failedAddress },
  };
}
