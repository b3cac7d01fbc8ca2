import { newRecoveryCodes, newTotpSeed, totpEnrolment, totpStep } from '@sallyport/auth';
import { ErrorCode, type FactorEnrolled, type TotpEnrolment } from '@sallyport/contracts/common';
import { beginTotp, confirmTotp, pendingTotp } from '@sallyport/db/identity';
import type { z } from 'zod';
import type { Call } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';
import { servicesOf } from '../services.ts';
import { signedIn } from '../signed-in.ts';
import { replacingSession } from './replace-session.ts';
import { openFactor, sealFactor, seedPlace } from './sealed-factor.service.ts';
import { tellOfChange } from './tell-of-change.ts';

/** Makes a seed and keeps it sealed; it leaves the process this once. */
export async function beginEnrolment(call: Call): Promise<z.input<typeof TotpEnrolment>> {
  const { audience, sealer } = servicesOf(call.request);
  const { account, firmName } = signedIn(call);
  const seed = newTotpSeed();
  const { sealed, proof } = sealFactor(sealer, seed, seedPlace(account.id));
  const { requestId } = call.request;
  if (!(await beginTotp(call.tx, audience, { sealedSeed: sealed, proof, requestId })))
    throw new AppError(ErrorCode.ConfirmIdentity);
  // begin_totp has written the audit row.
  call.noteAudit();
  return totpEnrolment(seed, { issuer: firmName, label: account.email });
}

/** @throws AppError INVALID_INPUT at `code` when it is not the one that the app shows now */
export async function finishEnrolment(call: Call, code: string): Promise<z.input<typeof FactorEnrolled>> {
  const { audience, sealer } = servicesOf(call.request);
  const pending = await pendingTotp(call.tx, audience);
  if (!pending)
    throw new AppError(ErrorCode.Conflict, { userMessage: 'Nothing waits for a code. Start again.' });
  const { factorId, accountId, sealedSeed, at } = pending;
  const seed = openFactor(sealer, sealedSeed, seedPlace(accountId));
  const step = totpStep(seed, code, at);
  if (step === null) throw wrongCode();
  const codes = newRecoveryCodes();
  const recoveryHashes = codes.map(({ hash }) => hash);
  const hasCodes = await replacingSession(
    call,
    (session) => confirmTotp(call.tx, audience, { ...session, factorId, step, recoveryHashes }),
    (result) => result !== null,
  );
  if (hasCodes === null) throw new AppError(ErrorCode.ConfirmIdentity);
  await tellOfChange(call, 'totp-added');
  return { recoveryCodes: hasCodes ? codes.map(({ text }) => text) : null };
}

function wrongCode(): AppError {
  const message =
    'This is not the code that the app shows now. Check the time on your phone and try the next one.';
  return new AppError(ErrorCode.InvalidInput, { userMessage: message, fields: [{ path: 'code', message }] });
}
