import { createHash } from 'node:crypto';
import { chmod, chown, mkdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { isReachable, type RunAs } from './run-as.ts';

/** Where the pieces of one data folder are. */
export interface Placement {
  dataDir: string;
  /** Made as a whole by initdb; appears by a rename, complete or not at all. */
  clusterDir: string;
  pgData: string;
  /** Folder of the unix socket; null where there is none (Windows, or a path too long for a socket). */
  socketDir: string | null;
  logFile: string;
}

/** Longest folder in which `.s.PGSQL.65535` still fits into sun_path (104 bytes on macOS, with the final zero). */
const SOCKET_DIR_BYTES = 103 - '/.s.PGSQL.65535.lock'.length;

/**
 * Decides where the data goes and makes the folder 0700. As root with a folder that the account cannot walk to (a
 * project below a 0700 folder), that is a folder of the same name below `fallbackRoot` instead.
 */
export async function placeData(
  wanted: string,
  runAs: RunAs | null,
  fallbackRoot = '/var/lib/sallyport',
): Promise<Placement> {
  const dataDir =
    runAs && !(await isReachable(wanted, runAs)) ? elsewhere(wanted, fallbackRoot) : resolve(wanted);
  await mkdir(resolve(dataDir, '..'), { recursive: true, mode: 0o755 });
  await makePrivate(dataDir, runAs);
  const clusterDir = join(dataDir, 'cluster');
  const socketDir = join(dataDir, 'socket');
  const hasSocket = process.platform !== 'win32' && Buffer.byteLength(socketDir) <= SOCKET_DIR_BYTES;
  if (hasSocket) await makePrivate(socketDir, runAs);
  return {
    dataDir,
    clusterDir,
    pgData: join(clusterDir, 'data'),
    socketDir: hasSocket ? socketDir : null,
    logFile: join(dataDir, 'postgresql.log'),
  };
}

/** Makes a folder that nobody but the account (and root) can enter. */
export async function makePrivate(folder: string, runAs: RunAs | null): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  if (runAs) await chown(folder, runAs.uid, runAs.gid);
}

function elsewhere(wanted: string, root: string): string {
  const hash = createHash('sha256').update(resolve(wanted)).digest('hex').slice(0, 12);
  return join(root, `${basename(resolve(wanted))}-${hash}`);
}
