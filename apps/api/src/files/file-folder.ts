import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const QUARANTINE = 'quarantine';

/** One store on disk: finished files in folders by the first letters of their name, unfinished ones in quarantine. */
export class FileFolder {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** Where the bytes of a name lie once they count. */
  pathOf(name: string): string {
    return join(this.#root, name.slice(0, 2), name);
  }

  quarantinePathOf(name: string): string {
    return join(this.#root, QUARANTINE, name);
  }

  async prepare(): Promise<void> {
    await mkdir(join(this.#root, QUARANTINE), { recursive: true, mode: 0o700 });
  }

  /** Writes a stream into quarantine and onto the disk itself; nothing is left when the stream fails. */
  async write(name: string, source: AsyncIterable<Uint8Array>): Promise<void> {
    await this.prepare();
    const path = this.quarantinePathOf(name);
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const bytes of source) {
        // A write may take a part alone.
        for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
      }
      await file.datasync();
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
  }

  /** Overwrites the first bytes of a file in quarantine. */
  async writeHead(name: string, bytes: Uint8Array): Promise<void> {
    const file = await open(this.quarantinePathOf(name), 'r+');
    try {
      await file.write(bytes, 0, bytes.length, 0);
      await file.datasync();
    } finally {
      await file.close();
    }
  }

  async release(name: string): Promise<void> {
    await mkdir(join(this.#root, name.slice(0, 2)), { recursive: true, mode: 0o700 });
    await rename(this.quarantinePathOf(name), this.pathOf(name));
  }

  async remove(name: string): Promise<void> {
    await rm(this.quarantinePathOf(name), { force: true });
    await rm(this.pathOf(name), { force: true });
  }

  /** Opens a file for reading, in quarantine too: its rename may be yet to come. @throws ENOENT */
  async open(name: string) {
    try {
      return await open(this.pathOf(name), 'r');
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
    try {
      return await open(this.quarantinePathOf(name), 'r');
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
    // Renamed between the two looks.
    return open(this.pathOf(name), 'r');
  }

  /** Names in quarantine, or of finished files, that nobody has written to for `ageMs`. */
  async idle(part: 'quarantine' | 'finished', ageMs: number, now = Date.now()): Promise<string[]> {
    const folders = await readdir(this.#root).catch(() => []);
    const wanted = folders.filter((folder) => (folder === QUARANTINE) === (part === 'quarantine'));
    const found: string[] = [];
    for (const folder of wanted) {
      for (const name of await readdir(join(this.#root, folder)).catch(() => [])) {
        const facts = await stat(join(this.#root, folder, name)).catch(() => null);
        if (facts && now - facts.mtimeMs >= ageMs) found.push(name);
      }
    }
    return found;
  }
}

/** A name that no other file has. */
export function newFileId(): string {
  return randomUUID();
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
