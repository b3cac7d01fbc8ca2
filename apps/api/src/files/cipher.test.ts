import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { CHUNK_BYTES, seal, TamperedFileError, unseal } from './cipher.ts';

const key = randomBytes(32);

async function* pieces(bytes: Uint8Array, size = 10_000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function all(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}
const sealed = (bytes: Uint8Array) => all(seal(key, pieces(bytes)));
const opened = (bytes: Uint8Array, with_ = key) => all(unseal(with_, pieces(bytes, 7_001)));
const STORED_CHUNK = CHUNK_BYTES + 16;

describe('encrypted streams', () => {
  test.each([0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES, 300_000])(
    'give back %i bytes as they were',
    async (length) => {
      const plain = randomBytes(length);
      const stored = await sealed(plain);
      expect((await opened(stored)).equals(plain)).toBe(true);
      if (length > 32) expect(stored.includes(plain.subarray(0, 32))).toBe(false);
    },
  );

  const plain = randomBytes(3 * CHUNK_BYTES + 5);
  test.each([
    ['a changed byte', (stored: Buffer) => flipped(stored, STORED_CHUNK + 9)],
    ['a changed last tag', (stored: Buffer) => flipped(stored, stored.length - 1)],
    ['an end cut off at a chunk', (stored: Buffer) => stored.subarray(0, 2 * STORED_CHUNK)],
    ['an end cut off inside a chunk', (stored: Buffer) => stored.subarray(0, 2 * STORED_CHUNK + 100)],
    ['a last chunk that is missing', (stored: Buffer) => stored.subarray(0, 3 * STORED_CHUNK)],
    ['nothing at all', (stored: Buffer) => stored.subarray(0, 0)],
    [
      'chunks in another order',
      (stored: Buffer) =>
        Buffer.concat([
          stored.subarray(STORED_CHUNK, 2 * STORED_CHUNK),
          stored.subarray(0, STORED_CHUNK),
          stored.subarray(2 * STORED_CHUNK),
        ]),
    ],
    ['a chunk twice', (stored: Buffer) => Buffer.concat([stored.subarray(0, STORED_CHUNK), stored])],
  ])('refuse %s', async (_what, change) => {
    await expect(opened(change(await sealed(plain)))).rejects.toBeInstanceOf(TamperedFileError);
  });

  test('refuse another key', async () => {
    await expect(opened(await sealed(plain), randomBytes(32))).rejects.toBeInstanceOf(TamperedFileError);
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
