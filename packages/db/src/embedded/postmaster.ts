import { type ChildProcess, spawn } from 'node:child_process';
import { chown, open, readFile, rename, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive } from './alive.ts';
import type { Binaries } from './binaries.ts';
import { serverEnvironment } from './cluster.ts';
import { EmbeddedStartError } from './errors.ts';
import type { Placement } from './placement.ts';
import type { RunAs } from './run-as.ts';

export interface Postmaster {
  pid: number;
  port: number;
  isReady: boolean;
}

const START_TIMEOUT_MS = 60_000;
const LOG_BYTES_KEPT = 10 * 1024 * 1024;

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  password_encryption: 'scram-sha-256',
  // Session secrets are parameters: they must not reach the log.
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  max_connections: '100',
};

/** Never for data that anybody wants to keep. */
const TEST_SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_wal_size: '4GB',
  max_connections: '300',
};

/** What postmaster.pid says, if its process lives; null otherwise. */
export async function findPostmaster(placement: Placement): Promise<Postmaster | null> {
  const text = await readFile(join(placement.pgData, 'postmaster.pid'), 'utf8').catch(() => '');
  // Lines: pid, data folder, start time, port, socket folder, address, shared memory, status.
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return null;
  if (process.platform === 'linux' && !(await isPostmasterOf(pid, placement))) return null;
  return { pid, port, isReady: lines[7] === 'ready' && Number.isInteger(port) && port > 0 };
}

/** Starts PostgreSQL on a free port and waits until it takes connections. It outlives us unless stopped. */
export async function startPostmaster(
  binaries: Binaries,
  placement: Placement,
  runAs: RunAs | null,
  isForTests: boolean,
): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const child = await spawnPostgres(binaries, placement, runAs, {
      ...SETTINGS,
      port: String(port),
      ...(isForTests ? TEST_SETTINGS : {}),
    });
    const started = await whenReady(child, placement);
    if (started) return started;
    const log = await tail(placement.logFile);
    // Between finding the port and taking it, somebody else may have.
    if (
      attempt < 5 &&
      /could not bind|address already in use|could not create any TCP\/IP sockets/i.test(log)
    )
      continue;
    throw new EmbeddedStartError(`PostgreSQL did not start. The end of ${placement.logFile}:\n${log}`);
  }
}

/** Fast shutdown: open transactions are rolled back, everything committed is kept. Resolves when it is gone. */
export async function stopPostmaster(binaries: Binaries, placement: Placement): Promise<void> {
  const running = await findPostmaster(placement);
  if (!running) return;
  if (process.platform === 'win32') {
    const args = ['stop', '-D', placement.pgData, '-m', 'fast', '-w'];
    const child = spawn(join(binaries.nativeDir, 'bin', 'pg_ctl'), args, {
      stdio: 'ignore',
      windowsHide: true,
    });
    await new Promise((resolve) => child.once('close', resolve));
    return;
  }
  try {
    process.kill(running.pid, 'SIGINT');
  } catch (error) {
    // It went by itself between the two lines: that is what was asked for.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
  while ((await findPostmaster(placement)) !== null) await delay(10);
}

async function spawnPostgres(
  binaries: Binaries,
  placement: Placement,
  runAs: RunAs | null,
  settings: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const size = await stat(placement.logFile).then(
    (stats) => stats.size,
    () => 0,
  );
  if (size > LOG_BYTES_KEPT) await rename(placement.logFile, `${placement.logFile}.1`);
  const log = await open(placement.logFile, 'a', 0o600);
  try {
    if (runAs) await chown(placement.logFile, runAs.uid, runAs.gid);
    const all = {
      ...settings,
      unix_socket_directories: placement.socketDir ?? '',
      unix_socket_permissions: '0700',
    };
    const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(join(binaries.nativeDir, 'bin', 'postgres'), ['-D', placement.pgData, ...args], {
      cwd: placement.dataDir,
      env: serverEnvironment(),
      stdio: ['ignore', log.fd, log.fd],
      // Its own process group: Ctrl-C in the terminal reaches us, and we stop it in order.
      detached: true,
      windowsHide: true,
      ...(runAs ? { uid: runAs.uid, gid: runAs.gid } : {}),
    });
    await new Promise((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    child.unref();
    return child;
  } finally {
    await log.close();
  }
}

/** The running server once it is ready, whoever started it; null when ours gave up and there is no other. */
async function whenReady(child: ChildProcess, placement: Placement): Promise<Postmaster | null> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    const found = await findPostmaster(placement);
    if (found?.isReady) return found;
    if (child.exitCode !== null && !found) return null;
    await delay(10);
  }
  return null;
}

/** A process id may have been given to something else since; PostgreSQL works inside its data folder. */
async function isPostmasterOf(pid: number, placement: Placement): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const state = status.slice(status.lastIndexOf(')') + 2, status.lastIndexOf(')') + 3);
  if (state === 'Z' || state === '') return false;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return command === '' || command.split('\0').includes(placement.pgData);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port')),
      );
    });
  });
}

async function tail(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-12).join('\n');
}
