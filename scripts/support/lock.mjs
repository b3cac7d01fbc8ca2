import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './terminal.mjs';

const POLL_MS = 250;

/** Whether a process of this id lives; one of another user counts as living. */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The id of the living process that holds the lock, or undefined; removes the lock of a dead one. */
function holderOf(path) {
  let pid;
  try {
    pid = Number(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
  if (pid > 0 && isAlive(pid)) return pid;
  rmSync(path, { force: true });
  return undefined;
}

function tryTake(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Does the work while no other command of this checkout installs or builds; waits for one that does. */
export async function withLock(root, work) {
  const folder = join(root, 'node_modules', '.sallyport');
  const path = join(folder, 'lock');
  mkdirSync(folder, { recursive: true });
  let announced = false;
  while (!tryTake(path)) {
    const holder = holderOf(path);
    if (holder !== undefined && !announced) {
      say(`  waiting for another command here to finish building (process ${holder})`);
      announced = true;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}
