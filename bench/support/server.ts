import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));
const READY_TIMEOUT_MS = 60_000;
const POLL_MS = 10;

/** A server of its own: built apps, embedded PostgreSQL, free ports. */
export interface BenchServer extends AsyncDisposable {
  staffUrl: string;
  portalUrl: string;
  /** From spawn to `/readyz` 200 of both doors. */
  readyAfterMs: number;
  /** Everything that it printed so far. */
  printed(): string;
}

/** A data folder in the temporary folder; gone when it is disposed of. */
export async function temporaryDataFolder(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'sallyport-bench-'));
  // As root PostgreSQL runs under another account, which has to be able to walk here.
  await chmod(path, 0o755);
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Starts the built server on a data folder and waits until both doors are ready. @throws when it ends before that */
export async function startServer(dataFolder: string): Promise<BenchServer> {
  const [staffPort, portalPort] = [await freePort(), await freePort()];
  const staffUrl = `http://localhost:${staffPort}`;
  const portalUrl = `http://localhost:${portalPort}`;
  const startedAt = performance.now();
  const child = spawn(process.execPath, [SERVER], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...withoutSettings(process.env),
      NODE_ENV: 'production',
      SALLYPORT_DATA_DIR: dataFolder,
      SALLYPORT_STAFF_PORT: String(staffPort),
      SALLYPORT_PORTAL_PORT: String(portalPort),
    },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  for (const url of [staffUrl, portalUrl]) await ready(url, child, () => text);
  return {
    staffUrl,
    portalUrl,
    readyAfterMs: performance.now() - startedAt,
    printed: () => text,
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** The one-time link for the first Admin, once the server has printed it. */
export async function setupLinkOf(server: BenchServer): Promise<string> {
  const until = performance.now() + READY_TIMEOUT_MS;
  while (performance.now() < until) {
    const link = /http:\/\/localhost:\d+\/setup#\S+/.exec(server.printed())?.[0];
    if (link !== undefined) return link;
    await delay(POLL_MS);
  }
  throw new Error(`the server printed no set-up link:\n${server.printed()}`);
}

async function ready(url: string, child: ChildProcess, printed: () => string): Promise<void> {
  const until = performance.now() + READY_TIMEOUT_MS;
  while (performance.now() < until) {
    if (child.exitCode !== null)
      throw new Error(`the server ended with code ${child.exitCode}:\n${printed()}`);
    const status = await fetch(`${url}/readyz`).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    await delay(POLL_MS);
  }
  child.kill('SIGTERM');
  throw new Error(`${url}/readyz did not answer 200 within ${READY_TIMEOUT_MS} ms:\n${printed()}`);
}

function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !name.startsWith('SALLYPORT_') && name !== 'DATABASE_URL'),
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
