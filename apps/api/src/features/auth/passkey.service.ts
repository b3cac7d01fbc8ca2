import {
  assertionOptions,
  newChallenge,
  readPasskeyResponse,
  relyingPartyOf,
  verifyAssertion,
} from '@sallyport/auth';
import {
  ErrorCode,
  type PasskeyOptions,
  type PasskeyResponse,
  type SessionState,
  type SignInResult,
} from '@sallyport/contracts/common';
import {
  beginChallenge,
  beginPasskey,
  finishPasskey,
  type PasskeyAttempt,
  type PasskeyPurpose,
} from '@sallyport/db/identity';
import type { Sealer } from '../../secrets/sealer.ts';
import type { Call } from '../../trpc/call.ts';
import type { RequestContext } from '../../trpc/context.ts';
import { AppError } from '../../trpc/errors.ts';
import { runApart } from '../../trpc/transaction.ts';
import { bytesOfHex } from '../factors/bytes-of-hex.service.ts';
import { keyPlace, openFactor } from '../factors/sealed-factor.service.ts';
import { servicesOf } from '../services.ts';
import { confirmedState } from './confirm-identity.service.ts';
import { enter } from './enter.service.ts';
import { pendingIsOver, pendingSecretOf } from './second-factor.service.ts';

type Purpose = Exclude<PasskeyPurpose, 'REGISTER'>;

const WRONG = 'This passkey is not known here, or there were too many tries. Try again, or another way.';

/** A counted try with a passkey, and what the signature was worth. */
export interface PreparedPasskey {
  purpose: Purpose;
  pendingSecret: string | null;
  attemptId: string;
  challenge: Uint8Array<ArrayBuffer>;
  passkeyId: string | null;
  /** The key that verified the signature; null when none did. */
  publicKey: Uint8Array<ArrayBuffer> | null;
  signCount: number;
}

/** Stores a challenge, apart so that it stays, and asks the browser to sign it. */
export async function startPasskey(request: RequestContext, purpose: Purpose): Promise<PasskeyOptions> {
  const { audience, url } = servicesOf(request);
  const challenge = newChallenge();
  const pendingSecret = purpose === 'SECOND_FACTOR' ? pendingSecretOf(request) : null;
  const { address } = request;
  const stored = await runApart(request, (tx) =>
    beginChallenge(tx, audience, { purpose, challenge, pendingSecret, address }),
  );
  if (!stored) throw pendingIsOver();
  if (!stored.isAllowed) throw new AppError(ErrorCode.Throttled);
  const known = stored.passkeys.map(({ id, transports }) => ({ credentialId: bytesOfHex(id), transports }));
  return assertionOptions(relyingPartyOf(url), known, challenge);
}

/** Counts the try, then verifies the signature against the stored key for this door's own name and origin. */
export async function preparePasskey(
  response: PasskeyResponse,
  request: RequestContext,
  purpose: Purpose,
): Promise<PreparedPasskey> {
  const { audience, url, sealer } = servicesOf(request);
  const read = readPasskeyResponse(response);
  if (!read) throw wrongPasskey();
  const pendingSecret = purpose === 'SECOND_FACTOR' ? pendingSecretOf(request) : null;
  const { address, deviceSecret } = request;
  const attempt = await runApart(request, (tx) =>
    beginPasskey(tx, audience, { purpose, ...read, pendingSecret, deviceSecret, address }),
  );
  if (!attempt) throw pendingIsOver();
  if (!attempt.isAllowed) throw wrongPasskey();
  const passkey = storedPasskey(sealer, attempt, read.credentialId);
  const signCount =
    passkey && (await verifyAssertion(relyingPartyOf(url), read.challenge, response, passkey));
  return {
    purpose,
    pendingSecret,
    attemptId: attempt.attemptId,
    challenge: read.challenge,
    passkeyId: attempt.passkeyId,
    publicKey: passkey && signCount !== null ? passkey.publicKey : null,
    signCount: signCount ?? 0,
  };
}

/** S5: opens the session, for a passkey alone or as the second factor. finish_passkey writes the audit row. */
export async function finishWithPasskey(call: Call, prepared: PreparedPasskey): Promise<SignInResult> {
  await open(call, prepared);
  return { next: 'in' };
}

/** S6, S8: a new, confirmed session in place of the present one. */
export async function confirmByPasskey(call: Call, prepared: PreparedPasskey): Promise<SessionState> {
  await open(call, prepared);
  return confirmedState(call);
}

async function open(call: Call, prepared: PreparedPasskey): Promise<void> {
  const { audience } = servicesOf(call.request);
  const entrance = await enter(
    call,
    (session) => finishPasskey(call.tx, audience, { ...session, ...prepared }),
    prepared.purpose !== 'CONFIRM',
  );
  call.noteAudit();
  call.afterCommit(() => {
    if (!entrance) throw wrongPasskey();
  });
}

function storedPasskey(sealer: Sealer, attempt: PasskeyAttempt, credentialId: Uint8Array<ArrayBuffer>) {
  const { accountId, sealedKey, signCount, transports } = attempt;
  if (accountId === null || sealedKey === null) return null;
  return {
    accountId,
    publicKey: openFactor(sealer, sealedKey, keyPlace(accountId, credentialId)),
    signCount: Number(signCount ?? 0),
    credentialId,
    transports: transports ?? [],
  };
}

function wrongPasskey(): AppError {
  return new AppError(ErrorCode.SignInFailed, { userMessage: WRONG });
}
