import { randomBytes } from 'node:crypto';
import type { PasskeyOptions, PasskeyResponse } from '@sallyport/contracts/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';

type Bytes = Uint8Array<ArrayBuffer>;

/** The door for which passkeys are made: one made at another name opens nothing here. */
export interface RelyingParty {
  /** Host name of the door's URL. */
  id: string;
  /** Origin of the door's URL: scheme, host and port. */
  origin: string;
}

/** Whose passkey: an id that means nothing, and what the browser shows. */
export interface PasskeyOwner {
  accountId: string;
  email: string;
  displayName: string;
}

/** A passkey as a browser is told of it. */
export interface KnownPasskey {
  credentialId: Bytes;
  transports: readonly string[];
}

export interface RegisteredPasskey {
  credentialId: Bytes;
  publicKey: Bytes;
  signCount: number;
  transports: readonly string[];
  /** Kept by a provider that copies it to other devices. */
  isSynced: boolean;
}

/** Milliseconds that a browser waits for the person; the challenge lives as long. */
const TIMEOUT_MS = 300_000;
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'];

/** From the door's configured URL, never from a header (02 "Two doors"). */
export function relyingPartyOf(doorUrl: string): RelyingParty {
  const { hostname, origin } = new URL(doorUrl);
  return { id: hostname, origin };
}

/** 256 bits, used once. */
export function newChallenge(): Bytes {
  return Uint8Array.from(randomBytes(32));
}

/** What a browser needs to make a passkey: discoverable, with user verification, and no second one on a device. */
export async function registrationOptions(
  party: RelyingParty,
  firmName: string,
  owner: PasskeyOwner,
  known: readonly KnownPasskey[],
  challenge: Bytes,
): Promise<PasskeyOptions> {
  return {
    ...(await generateRegistrationOptions({
      rpID: party.id,
      rpName: firmName,
      userID: handleOf(owner.accountId),
      userName: owner.email,
      userDisplayName: owner.displayName,
      challenge,
      timeout: TIMEOUT_MS,
      attestationType: 'none',
      excludeCredentials: known.map(descriptorOf),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })),
  };
}

/** What a browser needs to use one; `known` is empty when signing in with a passkey alone. */
export async function assertionOptions(
  party: RelyingParty,
  known: readonly KnownPasskey[],
  challenge: Bytes,
): Promise<PasskeyOptions> {
  return {
    ...(await generateAuthenticationOptions({
      rpID: party.id,
      challenge,
      timeout: TIMEOUT_MS,
      userVerification: 'required',
      ...(known.length > 0 ? { allowCredentials: known.map(descriptorOf) } : {}),
    })),
  };
}

/** Which challenge and credential an answer is about, before it is believed; null when it is not even that. */
export function readPasskeyResponse(
  response: PasskeyResponse,
): { challenge: Bytes; credentialId: Bytes } | null {
  try {
    const client: unknown = JSON.parse(
      Buffer.from(textOf(response, 'clientDataJSON'), 'base64url').toString('utf8'),
    );
    const challenge = Reflect.get(Object(client), 'challenge');
    if (typeof challenge !== 'string') return null;
    const found = { challenge: bytesOf(challenge), credentialId: bytesOf(response.id) };
    return found.challenge.length === 32 && found.credentialId.length >= 16 ? found : null;
  } catch {
    return null;
  }
}

/** Verifies a new passkey for this door and challenge; null when anything about it is not right. */
export async function verifyRegistration(
  party: RelyingParty,
  challenge: Bytes,
  response: PasskeyResponse,
): Promise<RegisteredPasskey | null> {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: {
        ...idsOf(response),
        response: {
          clientDataJSON: ownPage(textOf(response, 'clientDataJSON')),
          attestationObject: textOf(response, 'attestationObject'),
        },
        clientExtensionResults: {},
      },
      expectedChallenge: base64url(challenge),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
    });
    if (!verified) return null;
    const { credential, credentialDeviceType } = registrationInfo;
    return {
      credentialId: bytesOf(credential.id),
      publicKey: Uint8Array.from(credential.publicKey),
      signCount: credential.counter,
      transports: transportsOf(response.response['transports']),
      isSynced: credentialDeviceType === 'multiDevice',
    };
  } catch {
    return null;
  }
}

/** The stored passkey against which an answer is verified. */
export interface StoredPasskey extends KnownPasskey {
  accountId: string;
  publicKey: Bytes;
  signCount: number;
}

/**
 * Verifies a signature by this passkey for this door and challenge, with the person verified by the authenticator. Returns
 * its new counter; null when anything is not right.
 */
export async function verifyAssertion(
  party: RelyingParty,
  challenge: Bytes,
  response: PasskeyResponse,
  passkey: StoredPasskey,
): Promise<number | null> {
  const handle = response.response['userHandle'];
  const isForeign =
    handle !== undefined && handle !== null && handle !== base64url(handleOf(passkey.accountId));
  if (isForeign) return null;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        ...idsOf(response),
        response: {
          clientDataJSON: ownPage(textOf(response, 'clientDataJSON')),
          authenticatorData: textOf(response, 'authenticatorData'),
          signature: textOf(response, 'signature'),
        },
        clientExtensionResults: {},
      },
      expectedChallenge: base64url(challenge),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id: base64url(passkey.credentialId),
        publicKey: passkey.publicKey,
        counter: passkey.signCount,
      },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}

function idsOf({ id, rawId, type }: PasskeyResponse) {
  return { id, rawId, type };
}

/** The library lets a frame on another site pass when the browser does not name it; no page of ours is ever framed. */
function ownPage(clientDataJson: string): string {
  const client: unknown = JSON.parse(Buffer.from(clientDataJson, 'base64url').toString('utf8'));
  if (Reflect.get(Object(client), 'crossOrigin') === true) throw new TypeError('signed inside a frame');
  return clientDataJson;
}

function textOf(response: PasskeyResponse, field: string): string {
  const value = response.response[field];
  if (typeof value !== 'string') throw new TypeError(`the answer of a passkey has no ${field}`);
  return value;
}

/** The user handle: the account's id, which says nothing about the person. */
function handleOf(accountId: string): Bytes {
  return Uint8Array.from(Buffer.from(accountId.replaceAll('-', ''), 'hex'));
}

function descriptorOf({ credentialId, transports }: KnownPasskey) {
  return { id: base64url(credentialId), transports: [...transports] };
}

function transportsOf(value: unknown): string[] {
  return Array.isArray(value) ? TRANSPORTS.filter((transport) => value.includes(transport)) : [];
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

function bytesOf(text: string): Bytes {
  return Uint8Array.from(Buffer.from(text, 'base64url'));
}
