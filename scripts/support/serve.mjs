import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './paths.mjs';

const SERVER = join(ROOT, 'apps', 'api', 'dist', 'main.js');
const LEASH = pathToFileURL(join(ROOT, 'scripts', 'support', 'leash.mjs')).href;
/** A terminal and npm both pass on one Ctrl-C; the second within this time is the same wish. */
const SAME_WISH_MS = 1000;
const ORPHAN_CHECK_MS = 1000;

/**
 * Runs the built server in the caller's environment until it ends, and returns its exit code. It lives in a process group of
 * its own, so that it hears of each Ctrl-C once and stops in order (its PostgreSQL with it); should this process be killed,
 * the leash stops it.
 */
export function serve(args) {
  const ownGroup = process.platform !== 'win32';
  const child = spawn(process.execPath, ['--import', LEASH, SERVER, ...args], {
    env: { NODE_ENV: 'production', ...process.env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: ownGroup,
  });
  const lastAsked = new Map();
  const forward = (signal) => {
    const now = Date.now();
    if (now - (lastAsked.get(signal) ?? 0) < SAME_WISH_MS) return;
    lastAsked.set(signal, now);
    // On Windows the console has told the server already, and kill() would end it on the spot.
    if (ownGroup) child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
  stopWithNpm(() => forward('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** npm that is killed passes the signal to its shell alone, which dies without a word; then this process is an orphan. */
export function stopWithNpm(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, ORPHAN_CHECK_MS);
  watch.unref();
}
