import { createHash } from 'node:crypto';
import type { Sealer } from '../../secrets/sealer.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What is stored of a seed or a key: sealed, and the hash by which the database knows who could open it. */
export interface SealedFactor {
  sealed: Bytes;
  proof: Bytes;
}

/** Binds a sealed seed to its account: moved to another row it does not open. */
export function seedPlace(accountId: string): string {
  return `totp:${accountId}`;
}

/** Binds a sealed public key to its account and credential. */
export function keyPlace(accountId: string, credentialId: Uint8Array): string {
  return `passkey:${accountId}:${Buffer.from(credentialId).toString('hex')}`;
}

export function sealFactor(sealer: Sealer, plain: Uint8Array, place: string): SealedFactor {
  return {
    sealed: Uint8Array.from(sealer.seal('factors', plain, place)),
    proof: Uint8Array.from(createHash('sha256').update(plain).digest()),
  };
}

/** @throws BrokenSealError when it was sealed for another place */
export function openFactor(sealer: Sealer, sealed: Uint8Array, place: string): Bytes {
  return Uint8Array.from(sealer.open('factors', sealed, place));
}
