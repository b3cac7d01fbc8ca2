import { createHmac, createPrivateKey, createPublicKey, hkdfSync, sign, verify } from 'node:crypto';

/** Where a chain begins: the tag before the first seal. */
export const BEGINNING: Uint8Array = new Uint8Array(32);

/** What DER puts before the 32 bytes of an Ed25519 private key (RFC 8410). */
const ED25519_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The keys of one chain, from the 32 bytes that are kept under the master key. */
export interface ChainKeys {
  tags: Buffer;
  checkpoints: { seed: Buffer };
}

export function chainKeys(secret: Uint8Array): ChainKeys {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `sallyport/audit-${purpose}`, 32));
  return { tags: derive('tags'), checkpoints: { seed: derive('checkpoints') } };
}

/** L2: the tag of a seal, over the tag before it and the digest of its entry (HMAC-SHA-256). */
export function tagOf(keys: ChainKeys, before: Uint8Array, digest: Uint8Array): Buffer {
  return createHmac('sha256', keys.tags).update(before).update(digest).digest();
}

/** A place in the chain: so many seals, and the tag of the last of them. */
export interface ChainPlace {
  position: bigint;
  tag: Uint8Array;
}

/** Signs a place (Ed25519). */
export function signPlace({ checkpoints }: ChainKeys, place: ChainPlace): Buffer {
  return sign(null, textOf(place), privateKey(checkpoints.seed));
}

export function isSignedPlace(
  { checkpoints }: ChainKeys,
  place: ChainPlace & { signature: Uint8Array },
): boolean {
  return verify(null, textOf(place), createPublicKey(privateKey(checkpoints.seed)), place.signature);
}

function privateKey(seed: Buffer) {
  return createPrivateKey({ key: Buffer.concat([ED25519_PREFIX, seed]), format: 'der', type: 'pkcs8' });
}

function textOf({ position, tag }: ChainPlace): Buffer {
  return Buffer.from(`sallyport audit ${position} ${Buffer.from(tag).toString('hex')}`);
}

/** A checkpoint in one word, for a place that the database cannot reach: `position.tag.signature`. */
export function checkpointText(place: ChainPlace & { signature: Uint8Array }): string {
  const parts = [place.tag, place.signature].map((bytes) => Buffer.from(bytes).toString('base64url'));
  return `${place.position}.${parts.join('.')}`;
}

/** Reads what `checkpointText` wrote; null for anything else. */
export function readCheckpoint(text: string): (ChainPlace & { signature: Uint8Array }) | null {
  const match = /^([1-9]\d{0,17})\.([\w-]{43})\.([\w-]{86})$/.exec(text.trim());
  const [, position, tag, signature] = match ?? [];
  if (position === undefined || tag === undefined || signature === undefined) return null;
  return {
    position: BigInt(position),
    tag: Buffer.from(tag, 'base64url'),
    signature: Buffer.from(signature, 'base64url'),
  };
}
