import { createHash, randomBytes } from 'node:crypto';

/** A stored password and the tag that opens it. */
export interface TestPassword {
  salt: Uint8Array<ArrayBuffer>;
  memoryKib: number;
  iterations: number;
  parallelism: number;
  pepperVersion: number;
  verifier: Uint8Array<ArrayBuffer>;
  /** What argon2id would give for the right password; null when somebody else computed the verifier. */
  tag: Uint8Array<ArrayBuffer> | null;
}

/** A password for the database alone: no hashing, the tag is random. The real one is in packages/auth. */
export function testPassword(): TestPassword & { tag: Uint8Array<ArrayBuffer> } {
  const tag = new Uint8Array(randomBytes(32));
  return {
    salt: new Uint8Array(16).fill(7),
    memoryKib: 8_192,
    iterations: 2,
    parallelism: 1,
    pepperVersion: 1,
    verifier: new Uint8Array(createHash('sha256').update(tag).digest()),
    tag,
  };
}
