import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** What a door seals, each under a key of its own that the database never has. */
export type SealPurpose = 'factors' | 'mail' | 'settings';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Sealed bytes are not what was written: changed, moved to another place, or under another key. */
export class BrokenSealError extends Error {
  constructor() {
    super('a sealed value is damaged, was moved or belongs to another key');
  }
}

/** Seals short secrets before they are stored (AES-256-GCM), with the keys of one door. */
export class Sealer {
  readonly #keys: Readonly<Record<SealPurpose, Uint8Array>>;

  /** @param keys 32 bytes for every purpose */
  constructor(keys: Readonly<Record<SealPurpose, Uint8Array>>) {
    this.#keys = keys;
  }

  /** `place` binds the value to its row, such as `totp:<account id>`: opened for any other it is broken. */
  seal(purpose: SealPurpose, plain: string | Uint8Array, place: string): Buffer<ArrayBuffer> {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#keys[purpose], nonce);
    cipher.setAAD(Buffer.from(place));
    const bytes = typeof plain === 'string' ? Buffer.from(plain) : plain;
    return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws BrokenSealError */
  open(purpose: SealPurpose, sealed: Uint8Array, place: string): Buffer {
    const bytes = Buffer.from(sealed);
    if (bytes.length < NONCE_BYTES + TAG_BYTES) throw new BrokenSealError();
    const decipher = createDecipheriv('aes-256-gcm', this.#keys[purpose], bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const plain = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
    try {
      decipher.final();
    } catch {
      throw new BrokenSealError();
    }
    return plain;
  }
}
