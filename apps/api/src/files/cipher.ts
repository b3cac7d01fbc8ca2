import { createCipheriv, createDecipheriv } from 'node:crypto';

/** Plain bytes per chunk; each carries its own tag, so that reading can begin before the end is there. */
export const CHUNK_BYTES = 65_536;
const TAG_BYTES = 16;

/** Stored bytes are not what was written: changed, cut, reordered, or under another key. */
export class TamperedFileError extends Error {
  constructor() {
    super('a stored file is damaged or was changed');
  }
}

interface Chunk {
  bytes: Buffer;
  isLast: boolean;
}

/**
 * Encrypts a stream with AES-256-GCM, chunk by chunk. The nonce holds the chunk's number and whether it is the last,
 * so that chunks cannot be exchanged, left out or cut off. A key must be used for one file alone.
 */
export async function* seal(key: Buffer, source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let index = 0;
  for await (const { bytes, isLast } of chunksOf(source, CHUNK_BYTES)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, isLast));
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    index += 1;
  }
}

/** The plain bytes of what `seal` made. @throws TamperedFileError at the first chunk that is not genuine */
export async function* unseal(key: Buffer, source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let index = 0;
  for await (const { bytes, isLast } of chunksOf(source, CHUNK_BYTES + TAG_BYTES)) {
    if (bytes.length < TAG_BYTES) throw new TamperedFileError();
    const body = bytes.subarray(0, -TAG_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index, isLast), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const plain = decipher.update(body);
    try {
      decipher.final();
    } catch {
      throw new TamperedFileError();
    }
    if (plain.length > 0) yield plain;
    index += 1;
  }
}

/** Cuts a stream into pieces of `size`; the last one, possibly empty, is known as such. */
async function* chunksOf(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Chunk> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const part of source) {
    held.push(Buffer.from(part.buffer, part.byteOffset, part.byteLength));
    length += part.byteLength;
    if (length <= size) continue;
    let rest = Buffer.concat(held);
    for (; rest.length > size; rest = rest.subarray(size)) {
      yield { bytes: rest.subarray(0, size), isLast: false };
    }
    held = [rest];
    length = rest.length;
  }
  yield { bytes: Buffer.concat(held), isLast: true };
}

function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}
