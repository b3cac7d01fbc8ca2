import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { type Cbor, encodeCbor } from './cbor.ts';

/** What an authenticator is asked, as the server's options say it (WebAuthn Level 3 §5.4, §5.5). */
export interface AskedByServer {
  challenge: string;
  [more: string]: unknown;
}

/** An answer as a browser sends it. */
export interface PasskeyAnswer {
  id: string;
  rawId: string;
  type: 'public-key';
  response: Record<string, unknown>;
}

/** What a dishonest, broken or misled authenticator or page would do otherwise. */
export interface Deviation {
  /** The page that asks; default: the authenticator's own. */
  origin?: string;
  /** The name for which it answers. */
  rpId?: string;
  /** The person was not verified. */
  isUnverified?: boolean;
  /** Counts this instead of one more. */
  signCount?: number;
  /** Says that it is another account's. */
  userHandle?: string;
  isInFrame?: boolean;
  challenge?: string;
}

interface HeldPasskey {
  id: Buffer;
  key: KeyObject;
  userHandle: string;
  signCount: number;
}

const [UP, UV, BE, BS, AT] = [0x01, 0x04, 0x08, 0x10, 0x40];
const AAGUID = Buffer.alloc(16);

/** An authenticator in software, with P-256 keys: makes real registrations and assertions for tests. */
export class SoftAuthenticator {
  readonly #origin: string;
  readonly #rpId: string;
  readonly #isSynced: boolean;
  readonly #held: HeldPasskey[] = [];

  constructor(doorUrl: string, { isSynced = false }: { isSynced?: boolean } = {}) {
    const { origin, hostname } = new URL(doorUrl);
    this.#origin = origin;
    this.#rpId = hostname;
    this.#isSynced = isSynced;
  }

  /** Makes a passkey. */
  register(options: AskedByServer, deviation: Deviation = {}): PasskeyAnswer {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const userHandle = String(Reflect.get(Object(options['user']), 'id'));
    const passkey = { id: randomBytes(32), key: privateKey, userHandle, signCount: 0 };
    this.#held.push(passkey);
    // COSE_Key: EC2, ES256, P-256.
    const coseKey = encodeCbor(
      new Map<Cbor, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    );
    const length = Buffer.alloc(2);
    length.writeUInt16BE(passkey.id.length);
    const attested = Buffer.concat([AAGUID, length, passkey.id, coseKey]);
    const authData = this.#authData(deviation, 0, AT, attested);
    const attestation = new Map<Cbor, Cbor>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]);
    return answer(passkey.id, {
      clientDataJSON: this.#clientData('webauthn.create', options, deviation).toString('base64url'),
      attestationObject: encodeCbor(attestation).toString('base64url'),
      transports: ['internal', 'hybrid'],
    });
  }

  /** Signs with the passkey made last. @throws when there is none */
  sign(options: AskedByServer, deviation: Deviation = {}): PasskeyAnswer {
    const passkey = this.#held.at(-1);
    if (!passkey) throw new Error('this authenticator holds no passkey');
    if (!this.#isSynced) passkey.signCount += 1;
    const authData = this.#authData(deviation, deviation.signCount ?? passkey.signCount, 0);
    const clientData = this.#clientData('webauthn.get', options, deviation);
    const signed = Buffer.concat([authData, createHash('sha256').update(clientData).digest()]);
    return answer(passkey.id, {
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', signed, passkey.key).toString('base64url'),
      userHandle: deviation.userHandle ?? passkey.userHandle,
    });
  }

  #authData(
    { rpId, isUnverified }: Deviation,
    signCount: number,
    more: number,
    attested: Buffer = Buffer.alloc(0),
  ): Buffer {
    const flags = UP | (isUnverified ? 0 : UV) | (this.#isSynced ? BE | BS : 0) | more;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(signCount);
    const rpIdHash = createHash('sha256')
      .update(rpId ?? this.#rpId)
      .digest();
    return Buffer.concat([rpIdHash, Buffer.of(flags), count, attested]);
  }

  #clientData(type: string, options: AskedByServer, { origin, challenge, isInFrame }: Deviation): Buffer {
    const said = {
      type,
      challenge: challenge ?? options.challenge,
      origin: origin ?? this.#origin,
      crossOrigin: isInFrame ?? false,
    };
    return Buffer.from(JSON.stringify(said));
  }
}

function answer(id: Buffer, response: Record<string, unknown>): PasskeyAnswer {
  const text = id.toString('base64url');
  return { id: text, rawId: text, type: 'public-key', response };
}
