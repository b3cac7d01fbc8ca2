import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  deleteFile,
  type FileOwner,
  insertFile,
  lockFile,
  markInPortal,
  type NewFile,
  readFileAndKey,
  type StoredFile,
  type StoreName,
  type Tx,
} from '@sallyport/db';
import { onCommit, onRollback } from '../trpc/settle.ts';
import { seal, TamperedFileError, unseal } from './cipher.ts';
import { FileFolder, newFileId } from './file-folder.ts';
import { keyPurpose, ownerKey } from './owner-key.ts';
import { newKey, unwrapKey, WRAPPED_BYTES, wrapKey } from './wrapped-key.ts';

const MAGIC = Buffer.from('SPF1');
const HEAD_BYTES = MAGIC.length + WRAPPED_BYTES;

/** Bytes that lie encrypted in quarantine and belong to nobody yet. */
export interface StagedFile {
  readonly fileId: string;
  readonly bytes: number;
  readonly sha256: Buffer;
  /** Key of this one file; becomes the owner's when the file is put. */
  readonly key: Buffer;
  /** Set by `put`: from then on the transaction decides what becomes of the bytes. */
  isPut: boolean;
  /** Removes the bytes, unless they were put in the meantime. */
  discard(): Promise<void>;
}

/** What is kept about a file beside its bytes. */
export type FileFacts = Omit<NewFile, 'id' | 'bytes' | 'sha256' | 'width' | 'height'> & {
  width?: number;
  height?: number;
};

export interface StoredFileRef {
  fileId: string;
  bytes: number;
  sha256: Buffer;
}

/** A file that was proved readable; its bytes are decrypted as they are read. */
export interface OpenFile {
  readonly file: StoredFile;
  /** @throws TamperedFileError out of the stream when stored bytes are not genuine */
  stream(): Readable;
  /** The whole file at once; for what is known to be small. */
  read(): Promise<Buffer>;
  /** For whoever opened it and will not read it. */
  close(): Promise<void>;
}

export interface FileStoreOptions {
  /** Holds the folders `inside` and `portal`. */
  folder: string;
  /** Key under which the data keys of a store are wrapped. A portal process has none for INSIDE. */
  keys: { INSIDE: Buffer | null; PORTAL: Buffer };
}

/**
 * Files of companies and projects, encrypted. Every file has a key of its own, wrapped under the data key of its
 * owner in its head; the data key lies in the database, wrapped under the key of the door. So a purged project is
 * unreadable once its data key is gone, and a portal process cannot open what was not published.
 */
export class FileStore {
  readonly #keys: FileStoreOptions['keys'];
  readonly folders: Readonly<Record<StoreName, FileFolder>>;

  constructor({ folder, keys }: FileStoreOptions) {
    this.#keys = keys;
    this.folders = {
      INSIDE: new FileFolder(join(folder, 'inside')),
      PORTAL: new FileFolder(join(folder, 'portal')),
    };
  }

  /** Makes the folders that this process writes to. */
  async prepare(): Promise<void> {
    if (this.#keys.INSIDE === null) return;
    await this.folders.INSIDE.prepare();
    await this.folders.PORTAL.prepare();
  }

  /** Writes bytes into quarantine, outside any transaction. Put them later, or discard them. */
  async stage(source: AsyncIterable<Uint8Array> | Uint8Array): Promise<StagedFile> {
    const fileId = newFileId();
    const key = newKey();
    const hash = createHash('sha256');
    let bytes = 0;
    const parts = source instanceof Uint8Array ? Readable.from([source]) : source;
    async function* counted() {
      for await (const part of parts) {
        hash.update(part);
        bytes += part.byteLength;
        yield part;
      }
    }
    const folder = this.folders.INSIDE;
    await folder.write(fileId, sealedWith(key, Buffer.alloc(HEAD_BYTES), counted()));
    const discard = async () => {
      if (!staged.isPut) await folder.remove(fileId);
    };
    const staged: StagedFile = { fileId, bytes, sha256: hash.digest(), key, isPut: false, discard };
    return staged;
  }

  /** Stores a file for its owner. It counts once the transaction commits and leaves nothing when it does not. */
  async put(
    tx: Tx,
    facts: FileFacts,
    source: AsyncIterable<Uint8Array> | Uint8Array | StagedFile,
  ): Promise<StoredFileRef> {
    const staged: StagedFile = isStaged(source) ? source : await this.stage(source);
    const { fileId, bytes, sha256 } = staged;
    const folder = this.folders.INSIDE;
    staged.isPut = true;
    onRollback(tx, () => folder.remove(fileId));
    const dataKey = await ownerKey(tx, this.#key('INSIDE'), facts, 'INSIDE');
    await folder.writeHead(fileId, headOf(dataKey, staged.key, 'INSIDE', fileId));
    const { width = null, height = null } = facts;
    await insertFile(tx, { ...facts, id: fileId, bytes, sha256, width, height });
    onCommit(tx, () => folder.release(fileId));
    return { fileId, bytes, sha256 };
  }

  /**
   * Opens a file as far as its key: nothing is decrypted yet, and the transaction may end before it is read.
   * @throws TamperedFileError when its head is not genuine; Error when there is no such file in the store
   */
  async open(tx: Tx, fileId: string, store: StoreName): Promise<OpenFile> {
    const found = await readFileAndKey(tx, fileId, store);
    if (!found) throw new Error(`no file ${fileId} in store ${store}`);
    const { wrapped, ...file } = found;
    const dataKey = unwrapKey(this.#key(store), wrapped, keyPurpose(file, store));
    const handle = await this.folders[store].open(nameIn(store, file));
    try {
      const head = Buffer.alloc(HEAD_BYTES);
      await handle.read(head, 0, HEAD_BYTES, 0);
      if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw new TamperedFileError();
      const key = unwrapKey(dataKey, head.subarray(MAGIC.length), headPurpose(store, fileId));
      const stream = () =>
        Readable.from(unseal(key, handle.createReadStream({ start: HEAD_BYTES, autoClose: true })));
      return { file, stream, read: () => readAll(stream()), close: () => handle.close() };
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /**
   * Stores a file in the portal's store alone, as a portal process can, which holds no key for the other. `enter` writes
   * its row and says under which data key and with which mark.
   */
  async putInPortal(
    tx: Tx,
    owner: FileOwner,
    bytes: Uint8Array,
    enter: (file: StoredFileRef & { wrapped: Buffer }) => Promise<{ wrapped: Uint8Array; inPortalAt: Date }>,
  ): Promise<StoredFileRef> {
    const wrappingKey = this.#key('PORTAL');
    const purpose = keyPurpose(owner, 'PORTAL');
    const ref = {
      fileId: newFileId(),
      bytes: bytes.byteLength,
      sha256: createHash('sha256').update(bytes).digest(),
    };
    const { fileId } = ref;
    const { wrapped, inPortalAt } = await enter({
      ...ref,
      wrapped: wrapKey(wrappingKey, newKey(), purpose),
    });
    const dataKey = unwrapKey(wrappingKey, wrapped, purpose);
    const name = nameIn('PORTAL', { id: fileId, inPortalAt });
    const folder = this.folders.PORTAL;
    onRollback(tx, () => folder.remove(name));
    const key = newKey();
    await folder.write(name, sealedWith(key, headOf(dataKey, key, 'PORTAL', fileId), Readable.from([bytes])));
    onCommit(tx, () => folder.release(name));
    return ref;
  }

  /** Removes the bytes of what `putInPortal` stored, once its row is gone. */
  removeFromPortal(tx: Tx, { fileId, inPortalAt }: { fileId: string; inPortalAt: Date }): void {
    onCommit(tx, () => this.folders.PORTAL.remove(nameIn('PORTAL', { id: fileId, inPortalAt })));
  }

  /** Copies a file into the portal's store, under the portal's own keys. Does nothing when it is there. */
  async publishFile(tx: Tx, fileId: string): Promise<void> {
    const file = await this.#lock(tx, fileId);
    if (file.inPortalAt !== null) return;
    const dataKey = await ownerKey(tx, this.#key('PORTAL'), file, 'PORTAL');
    const inPortalAt = await markInPortal(tx, fileId, true);
    const name = nameIn('PORTAL', { ...file, inPortalAt });
    const folder = this.folders.PORTAL;
    onRollback(tx, () => folder.remove(name));
    const key = newKey();
    const source = await this.open(tx, fileId, 'INSIDE');
    await folder.write(name, sealedWith(key, headOf(dataKey, key, 'PORTAL', fileId), source.stream()));
    onCommit(tx, () => folder.release(name));
  }

  /** Removes the copy in the portal's store. */
  async withdrawFile(tx: Tx, fileId: string): Promise<void> {
    const file = await this.#lock(tx, fileId);
    if (file.inPortalAt === null) return;
    await markInPortal(tx, fileId, false);
    onCommit(tx, () => this.folders.PORTAL.remove(nameIn('PORTAL', file)));
  }

  /** Removes a file from both stores, row and bytes. */
  async remove(tx: Tx, fileId: string): Promise<void> {
    const file = await this.#lock(tx, fileId);
    await deleteFile(tx, fileId);
    onCommit(tx, async () => {
      await this.folders.INSIDE.remove(fileId);
      if (file.inPortalAt !== null) await this.folders.PORTAL.remove(nameIn('PORTAL', file));
    });
  }

  async #lock(tx: Tx, fileId: string): Promise<StoredFile> {
    const file = await lockFile(tx, fileId);
    if (!file) throw new Error(`no file ${fileId}`);
    return file;
  }

  #key(store: StoreName): Buffer {
    const key = this.#keys[store];
    if (key === null) throw new Error(`this process holds no key for the store ${store}`);
    return key;
  }
}

function isStaged(source: AsyncIterable<Uint8Array> | Uint8Array | StagedFile): source is StagedFile {
  return 'discard' in source;
}

async function* sealedWith(key: Buffer, head: Buffer, source: AsyncIterable<Uint8Array>) {
  yield head;
  yield* seal(key, source);
}

function headOf(dataKey: Buffer, key: Buffer, store: StoreName, fileId: string): Buffer {
  return Buffer.concat([MAGIC, wrapKey(dataKey, key, headPurpose(store, fileId))]);
}

function headPurpose(store: StoreName, fileId: string): string {
  return `sallyport/file/1:${store}:${fileId}`;
}

/** A copy in the portal's store has a name of its own each time, so that withdrawing an old one spares a new one. */
function nameIn(store: StoreName, { id, inPortalAt }: Pick<StoredFile, 'id' | 'inPortalAt'>): string {
  if (store === 'INSIDE') return id;
  if (inPortalAt === null) throw new Error(`file ${id} is not in the portal's store`);
  return `${id}-${inPortalAt.getTime()}`;
}

async function readAll(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}
