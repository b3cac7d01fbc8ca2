import {
  newChallenge,
  newRecoveryCodes,
  type RegisteredPasskey,
  readPasskeyResponse,
  registrationOptions,
  relyingPartyOf,
  verifyRegistration,
} from '@sallyport/auth';
import {
  ErrorCode,
  type FactorEnrolled,
  type PasskeyOptions,
  type PasskeyResponse,
} from '@sallyport/contracts/common';
import { addPasskey, beginChallenge } from '@sallyport/db/identity';
import type { z } from 'zod';
import type { Call } from '../../trpc/call.ts';
import type { RequestContext } from '../../trpc/context.ts';
import { AppError } from '../../trpc/errors.ts';
import { servicesOf } from '../services.ts';
import { signedIn } from '../signed-in.ts';
import { bytesOfHex } from './bytes-of-hex.service.ts';
import { replacingSession } from './replace-session.ts';
import { keyPlace, sealFactor } from './sealed-factor.service.ts';
import { tellOfChange } from './tell-of-change.ts';

/** Stores a challenge for this account and asks the browser for a new passkey. */
export async function startRegistration(call: Call): Promise<PasskeyOptions> {
  const { audience, url } = servicesOf(call.request);
  const { account, firmName } = signedIn(call);
  const { id: accountId, email, displayName } = account;
  const challenge = newChallenge();
  const { address } = call.request;
  const input = { purpose: 'REGISTER', challenge, pendingSecret: null, address } as const;
  const stored = await beginChallenge(call.tx, audience, input);
  if (!stored) throw new AppError(ErrorCode.ConfirmIdentity);
  if (!stored.isAllowed) throw new AppError(ErrorCode.Throttled);
  const known = stored.passkeys.map(({ id, transports }) => ({ credentialId: bytesOfHex(id), transports }));
  return registrationOptions(
    relyingPartyOf(url),
    firmName,
    { accountId, email, displayName },
    known,
    challenge,
  );
}

/** A passkey that was verified, and the challenge that it answered. */
export interface VerifiedPasskey extends RegisteredPasskey {
  challenge: Uint8Array<ArrayBuffer>;
}

/** Verifies what the browser made, for this door's own name and origin. @throws AppError INVALID_INPUT */
export async function verifyNewPasskey(
  response: PasskeyResponse,
  request: RequestContext,
): Promise<VerifiedPasskey> {
  const { url } = servicesOf(request);
  const read = readPasskeyResponse(response);
  const made = read && (await verifyRegistration(relyingPartyOf(url), read.challenge, response));
  if (!read || !made) throw notMade();
  return { ...made, challenge: read.challenge };
}

/** Keeps it, if the challenge was this account's and is still open; add_passkey writes the audit row. */
export async function keepPasskey(
  call: Call,
  name: string,
  { publicKey, ...made }: VerifiedPasskey,
): Promise<z.input<typeof FactorEnrolled>> {
  const { audience, sealer } = servicesOf(call.request);
  const place = keyPlace(call.principal.account.id, made.credentialId);
  const { sealed, proof } = sealFactor(sealer, publicKey, place);
  const passkey = { ...made, name, sealedKey: sealed, proof };
  const codes = newRecoveryCodes();
  const recoveryHashes = codes.map(({ hash }) => hash);
  const hasCodes = await replacingSession(
    call,
    (session) => addPasskey(call.tx, audience, { ...session, passkey, recoveryHashes }),
    (result) => result !== null,
  );
  if (hasCodes === null) throw notMade();
  await tellOfChange(call, 'passkey-added');
  return { recoveryCodes: hasCodes ? codes.map(({ text }) => text) : null };
}

function notMade(): AppError {
  const userMessage = 'This passkey could not be checked. Start again and answer within five minutes.';
  return new AppError(ErrorCode.InvalidInput, { userMessage });
}
