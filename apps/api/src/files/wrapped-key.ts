import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { TamperedFileError } from './cipher.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** Length of a wrapped key: nonce, key and tag. */
export const WRAPPED_BYTES = NONCE_BYTES + KEY_BYTES + TAG_BYTES;

export function newKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/** Encrypts a key under another. `purpose` binds it to its place: unwrapped anywhere else it fails. */
export function wrapKey(wrappingKey: Buffer, key: Buffer, purpose: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce);
  cipher.setAAD(Buffer.from(purpose));
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
}

/** @throws TamperedFileError when it was wrapped under another key or for another purpose, or was changed */
export function unwrapKey(wrappingKey: Buffer, wrapped: Uint8Array, purpose: string): Buffer {
  if (wrapped.length !== WRAPPED_BYTES) throw new TamperedFileError();
  const bytes = Buffer.from(wrapped);
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(purpose));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  const key = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
  try {
    decipher.final();
  } catch {
    throw new TamperedFileError();
  }
  return key;
}
