import { newRecoveryCodes } from '@sallyport/auth';
import { ErrorCode, type RecoveryCodes } from '@sallyport/contracts/common';
import { renewRecoveryCodes } from '@sallyport/db/identity';
import type { z } from 'zod';
import type { Call } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';
import { servicesOf } from '../services.ts';
import { replacingSession } from './replace-session.ts';
import { tellOfChange } from './tell-of-change.ts';

/** Ten new codes in place of all old ones. */
export async function renewOwnCodes(call: Call): Promise<z.input<typeof RecoveryCodes>> {
  const { audience } = servicesOf(call.request);
  const codes = newRecoveryCodes();
  const recoveryHashes = codes.map(({ hash }) => hash);
  const outcome = await replacingSession(
    call,
    (session) => renewRecoveryCodes(call.tx, audience, { ...session, recoveryHashes }),
    (result) => result === 'done',
  );
  if (outcome === 'unconfirmed') throw new AppError(ErrorCode.ConfirmIdentity);
  if (outcome === 'absent') {
    throw new AppError(ErrorCode.Conflict, { userMessage: 'Set up a second factor first.' });
  }
  await tellOfChange(call, 'recovery-codes-renewed');
  return { recoveryCodes: codes.map(({ text }) => text) };
}
