import { ErrorCode, type OwnFactors } from '@sallyport/contracts/common';
import { type FactorRemoval, removeFactor } from '@sallyport/db/identity';
import type { Call } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';
import { servicesOf } from '../services.ts';
import { readOwnFactors } from './own-factors.service.ts';
import { replacingSession } from './replace-session.ts';
import { tellOfChange } from './tell-of-change.ts';

/** Removes a passkey of one's own, or with null the authenticator app. */
export async function removeOwnFactor(call: Call, passkeyId: string | null): Promise<OwnFactors> {
  const { audience } = servicesOf(call.request);
  // Read before: the present session ends with the change.
  const before = await readOwnFactors(call);
  const outcome = await replacingSession(
    call,
    (session) => removeFactor(call.tx, audience, { ...session, passkeyId }),
    (result) => result === 'done',
  );
  if (outcome !== 'done') throw refusalOf(outcome);
  await tellOfChange(call, passkeyId === null ? 'totp-removed' : 'passkey-removed');
  const totp = passkeyId === null ? null : before.totp;
  const passkeys = before.passkeys.filter(({ id }) => id !== passkeyId);
  const isNoneLeft = totp === null && passkeys.length === 0;
  return {
    ...before,
    totp,
    passkeys,
    recoveryCodesLeft: isNoneLeft ? null : before.recoveryCodesLeft,
  };
}

function refusalOf(outcome: Exclude<FactorRemoval, 'done'>): AppError {
  switch (outcome) {
    case 'unconfirmed':
      return new AppError(ErrorCode.ConfirmIdentity);
    case 'absent':
      return new AppError(ErrorCode.NotFound);
    case 'required':
      return new AppError(ErrorCode.Conflict, {
        userMessage:
          'Your account needs a second factor, and this is the only one. Set up another one first.',
      });
    case 'only-way':
      return new AppError(ErrorCode.Conflict, {
        userMessage: 'You sign in with passkeys alone, and this is the only one. Add another one first.',
      });
  }
}
