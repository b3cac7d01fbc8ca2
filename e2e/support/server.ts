import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What has to be built before a server can start. */
export const BUILT = {
  server: here('../../apps/api/dist/main.js'),
  dashboard: here('../../apps/dashboard/dist/index.html'),
  portal: here('../../apps/portal/dist/index.html'),
} as const;

const READY = / is ready /;
const SETUP_LINK = /http:\/\/localhost:\d+\/setup#\S+/;
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 20_000;

/** A server of its own: built apps, embedded PostgreSQL, free ports. */
export interface RunningServer extends AsyncDisposable {
  staffUrl: string;
  portalUrl: string;
  /** Of the server's own process; its database has others. */
  pid: number;
  dataFolder: string;
  /** From spawn until both doors said 200 at `/readyz`. */
  readyAfterMs: number;
  /** Everything that it printed so far. */
  printed(): string;
  stop(): Promise<void>;
}

export type DataFolder = { path: string } & AsyncDisposable;

/** An empty data folder in the temporary folder; gone when it is disposed of. */
export async function temporaryDataFolder(): Promise<DataFolder> {
  const path = await mkdtemp(join(tmpdir(), 'sallyport-run-'));
  // As root PostgreSQL runs under another account, which has to be able to walk here.
  await chmod(path, 0o755);
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Starts the built server on a data folder and waits until both doors are ready. @throws when it ends before that */
export async function startServer(dataFolder: string): Promise<RunningServer> {
  const [staffPort, portalPort] = await freePorts();
  const staffUrl = `http://localhost:${staffPort}`;
  const portalUrl = `http://localhost:${portalPort}`;
  const startedAt = performance.now();
  const child = spawn(process.execPath, [BUILT.server], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...withoutSettings(process.env),
      NODE_ENV: 'production',
      SALLYPORT_DATA_DIR: dataFolder,
      SALLYPORT_STAFF_PORT: String(staffPort),
      SALLYPORT_PORTAL_PORT: String(portalPort),
    },
  });
  const output = new Output(child);
  const stop = () => stopped(child);
  try {
    await output.until(READY);
    for (const url of [staffUrl, portalUrl]) await demandReady(url);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    staffUrl,
    portalUrl,
    pid: child.pid ?? 0,
    dataFolder,
    readyAfterMs: performance.now() - startedAt,
    printed: () => output.text,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** The one-time link for the first Admin, which a server without one prints when it is ready. */
export function setupLinkOf(server: RunningServer): string {
  const link = SETUP_LINK.exec(server.printed())?.[0];
  if (link === undefined) throw new Error(`the server printed no set-up link:\n${server.printed()}`);
  return link;
}

/** What a process prints, to be waited for. */
class Output {
  text = '';
  readonly #child: ChildProcess;

  constructor(child: ChildProcess) {
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        this.text += chunk;
      });
    }
  }

  until(pattern: RegExp): Promise<void> {
    const child = this.#child;
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        clearTimeout(timer);
        child.stdout?.off('data', look);
        child.off('close', end);
        act();
      };
      const look = () => {
        if (pattern.test(this.text)) settle(resolve);
      };
      const end = (code: number | null) =>
        settle(() => reject(new Error(`the server ended with code ${code}:\n${this.text}`)));
      const timer = setTimeout(
        () => settle(() => reject(new Error(`the server was not ready in time:\n${this.text}`))),
        START_TIMEOUT_MS,
      );
      child.stdout?.on('data', look);
      child.once('close', end);
      look();
    });
  }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const last = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(last);
}

async function demandReady(url: string): Promise<void> {
  const { status } = await fetch(`${url}/readyz`);
  if (status !== 200) throw new Error(`${url}/readyz answered ${status}`);
}

function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !name.startsWith('SALLYPORT_') && name !== 'DATABASE_URL'),
  );
}

/** Below those that systems give away by themselves, as the thousands of calls of another file's test take them. */
const PORTS = { from: 20_000, of: 1_000 };
/** Files run side by side, each worker with a stretch of ports to itself. */
const WORKER = Number(process.env['VITEST_POOL_ID'] ?? 0) % 8;

/** Two ports that are free now, and that no other file of this run will take. */
async function freePorts(): Promise<readonly [number, number]> {
  const found: number[] = [];
  for (let tried = 0; found.length < 2 && tried < 200; tried += 1) {
    const port = PORTS.from + WORKER * PORTS.of + Math.floor(Math.random() * PORTS.of);
    if (!found.includes(port) && (await isFree(port))) found.push(port);
  }
  const [first, second] = found;
  if (first === undefined || second === undefined) throw new Error('no free port');
  return [first, second];
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, 'localhost', () => server.close(() => resolve(true)));
  });
}
