import { createHash, randomBytes } from 'node:crypto';
import { FACTOR_LIMITS } from '@sallyport/contracts/common';

/** RFC 4648: no 0, 1, 8 and 9, which look like letters. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** 16 characters of 5 bits: 80 bits (S5). */
const CHARACTERS = 16;
const GROUP = 4;

/** A recovery code as it is printed, and what is stored of it. */
export interface NewRecoveryCode {
  text: string;
  hash: Uint8Array<ArrayBuffer>;
}

/** Ten codes, as `ABCD-EFGH-IJKL-MNOP`. */
export function newRecoveryCodes(): NewRecoveryCode[] {
  return Array.from({ length: FACTOR_LIMITS.recoveryCodes }, () => {
    // 32 divides 256, so that every character is as likely as any other.
    const bare = [...randomBytes(CHARACTERS)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
    return { text: grouped(bare), hash: recoveryCodeHash(bare) };
  });
}

/** SHA-256 of the sixteen characters: what cannot be guessed needs no slow hash. */
export function recoveryCodeHash(code: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(`recovery code ${code}`).digest());
}

function grouped(bare: string): string {
  return (bare.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}
