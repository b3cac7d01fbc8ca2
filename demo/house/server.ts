import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const SERVER = here('../../apps/api/dist/main.js');
const LEASH = pathToFileURL(here('../../scripts/support/leash.mjs')).href;

const READY = / is ready /;
const SETUP_LINK = /http\S+\/setup#\S+/;
const STOP_TIMEOUT_MS = 20_000;

/** The server ended before it was ready; its own words are kept. */
export class ServerEnded extends Error {
  readonly exitCode: number;

  constructor(printed: string, exitCode: number) {
    super(printed.trim());
    this.exitCode = exitCode;
  }
}

export interface DemoServer {
  /** The one-time link for the first Admin. */
  setupLink: string;
  /** Settles when the server ends, whoever ended it. */
  ended: Promise<unknown>;
  stop(): Promise<void>;
}

/** Starts the built server with this environment and waits until it is ready. @throws ServerEnded */
export async function startServer(env: NodeJS.ProcessEnv): Promise<DemoServer> {
  // A group of its own, so that Ctrl-C in the terminal reaches it once and through this process alone.
  const child = spawn(process.execPath, ['--import', LEASH, SERVER], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: process.platform !== 'win32',
  });
  const ended = once(child, 'close');
  const stop = () => stopped(child, ended);
  try {
    const printed = await printedWhenReady(child);
    const setupLink = SETUP_LINK.exec(printed)?.[0];
    if (setupLink === undefined) throw new Error(`The server printed no set-up link:\n${printed}`);
    return { setupLink, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What it printed until it was ready; afterwards only what goes wrong is passed on. */
function printedWhenReady(child: ChildProcess): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => reject(new ServerEnded(text, code ?? 1)));
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (READY.test(text)) resolve(text);
    });
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  });
}

async function stopped(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM');
    const last = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await ended;
    clearTimeout(last);
  }
}
