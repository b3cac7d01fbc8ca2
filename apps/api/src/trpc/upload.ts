import { ErrorCode } from '@sallyport/contracts/common';
import type { FileStore, StagedFile } from '../files/file-store.ts';
import { AppError } from './errors.ts';

/** The body of an upload as it came: not read yet. */
export interface ByteSource {
  bytes: AsyncIterable<Uint8Array>;
  /** What the client says it will send; null when it does not say. */
  declaredBytes: number | null;
  /** The header `x-file-name` as it came. */
  rawName: string | null;
}

const NAME_LENGTH = 200;
const MEBIBYTE = 1_048_576;

/** A file that is being sent: read it once, as bytes or into quarantine. */
export class Upload {
  /** Its name without folders and control characters. */
  readonly name: string;
  readonly #source: ByteSource;
  readonly #files: FileStore;
  readonly #maxBytes: number;
  readonly #staged: StagedFile[] = [];

  /** @throws AppError TOO_LARGE when the client announces too much, INVALID_INPUT without a usable name */
  constructor(source: ByteSource, files: FileStore, maxBytes: number) {
    if (source.declaredBytes !== null && source.declaredBytes > maxBytes) throw tooLarge(maxBytes);
    this.name = fileNameOf(source.rawName);
    this.#source = source;
    this.#files = files;
    this.#maxBytes = maxBytes;
  }

  /** All bytes in memory: for pictures. @throws AppError TOO_LARGE */
  async read(): Promise<Buffer> {
    const parts: Uint8Array[] = [];
    for await (const part of this.#limited()) parts.push(part);
    return Buffer.concat(parts);
  }

  /**
   * Writes the bytes, encrypted, into quarantine; `put` the result in the transaction. `watch` sees each part pass.
   * @throws AppError TOO_LARGE
   */
  async stage(watch: (part: Uint8Array) => void = () => undefined): Promise<StagedFile> {
    const staged = await this.#files.stage(this.#limited(watch));
    this.#staged.push(staged);
    return staged;
  }

  /** Removes what was staged and not put. */
  async discard(): Promise<void> {
    for (const staged of this.#staged) await staged.discard();
  }

  async *#limited(watch: (part: Uint8Array) => void = () => undefined): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    for await (const part of this.#source.bytes) {
      bytes += part.byteLength;
      if (bytes > this.#maxBytes) throw tooLarge(this.#maxBytes);
      watch(part);
      yield part;
    }
    if (bytes === 0)
      throw new AppError(ErrorCode.InvalidInput, { userMessage: 'This file is empty. Choose another.' });
  }
}

function tooLarge(maxBytes: number): AppError {
  return new AppError(ErrorCode.TooLarge, {
    userMessage: `This file is too large: at most ${Math.floor(maxBytes / MEBIBYTE)} MB are taken.`,
  });
}

/** The last part of a path, without control and direction characters, short enough to be kept. */
export function fileNameOf(raw: string | null): string {
  const decoded = raw === null ? null : decode(raw);
  if (decoded === null) {
    throw new AppError(ErrorCode.InvalidInput, {
      userMessage: 'Send the name of the file, percent-encoded, in the header x-file-name.',
    });
  }
  const last = decoded.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = [...last.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '').trim()];
  if (clean.length <= NAME_LENGTH) return clean.join('') || 'unnamed';
  // The end is kept, because the extension says what it is.
  return [...clean.slice(0, NAME_LENGTH - 20), '…', ...clean.slice(-19)].join('');
}

function decode(raw: string): string | null {
  try {
    return decodeURIComponent(raw);
  } catch {
    return null;
  }
}
