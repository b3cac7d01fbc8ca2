import { readMarks, type StoreName, type Tx } from '@sallyport/db';
import type { FileStore } from './file-store.ts';

/** Runs work in a transaction of its own. */
type Transactions = <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>;

const DAY_MS = 86_400_000;
const UUID_LENGTH = 36;

/**
 * Puts right what a process left that was killed between the database's commit and the file's rename: files with a row
 * leave quarantine, bytes without a row go after a day. Returns how many were moved and removed.
 */
export async function sweepFiles(
  inTransaction: Transactions,
  files: FileStore,
  now = Date.now(),
): Promise<{ moved: number; removed: number }> {
  const done = { moved: 0, removed: 0 };
  for (const store of ['INSIDE', 'PORTAL'] as const) {
    const folder = files.folders[store];
    for (const part of ['quarantine', 'finished'] as const) {
      const names = await folder.idle(part, DAY_MS, now);
      for (const name of await orphansAmong(inTransaction, store, names)) {
        await folder.remove(name);
        done.removed += 1;
      }
    }
    const waiting = await folder.idle('quarantine', DAY_MS, now);
    for (const name of waiting) {
      await folder.release(name);
      done.moved += 1;
    }
  }
  return done;
}

async function orphansAmong(
  inTransaction: Transactions,
  store: StoreName,
  names: readonly string[],
): Promise<string[]> {
  if (names.length === 0) return [];
  const ids = [...new Set(names.map((name) => name.slice(0, UUID_LENGTH)))];
  const marks = await inTransaction((tx) => readMarks(tx, ids));
  return names.filter((name) => {
    const id = name.slice(0, UUID_LENGTH);
    const mark = marks.get(id);
    if (mark === undefined) return true;
    return store === 'PORTAL' && name !== `${id}-${mark?.getTime() ?? ''}`;
  });
}
