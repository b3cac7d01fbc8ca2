import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { tree } from '../checks/fixture.mjs';
import { ROOT } from './paths.mjs';

const copy = (...paths) =>
  Object.fromEntries(paths.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));

/** A server that says which signals reach it and ends, with 7, a moment after the first. */
const SERVER = `
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {
  console.log('got ' + signal);
  clearInterval(timer);
  setTimeout(() => process.exit(7), 100);
});
const timer = setInterval(() => {}, 1000);
console.log('ready ' + process.pid + ' ' + process.argv.slice(2).join(' ') + ' ' + process.env.NODE_ENV);
`;

const GUARDIAN = `
import { serve } from './scripts/support/serve.mjs';
process.exitCode = await serve(process.argv.slice(2));
`;

/** The same, but it listens for signals only a moment after it said that it starts. */
const SLOW_SERVER = `console.log('ready ' + process.pid);\nsetTimeout(() => {${SERVER}}, 500);\n`;

/** Starts a guardian with a server and waits until the server says that it is ready. */
const start = (...args) => startWith(SERVER, args);

async function startWith(server, args = []) {
  const root = tree({
    ...copy('scripts/support/serve.mjs', 'scripts/support/leash.mjs', 'scripts/support/paths.mjs'),
    'package.json': { type: 'module' },
    'apps/api/dist/main.js': server,
    'guardian.mjs': GUARDIAN,
  });
  const env = { ...process.env, NODE_ENV: '' };
  delete env.NODE_ENV;
  const guardian = spawn(process.execPath, [join(root, 'guardian.mjs'), ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  guardian.stdout.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
  });
  onTestFinished(() => guardian.kill('SIGKILL'));
  await expect.poll(() => text, { timeout: 10_000 }).toContain('ready');
  return {
    guardian,
    exit: once(guardian, 'exit'),
    printed: () => text,
    serverPid: Number(/ready (\d+)/.exec(text)[1]),
  };
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('passes arguments on, and runs the server as in production', async () => {
  const { printed } = await start('--only', 'portal');
  expect(printed()).toContain('--only portal production');
});

test('tells the server once of one Ctrl-C that comes twice, and ends with its exit code', async () => {
  const { guardian, exit, printed } = await start();
  guardian.kill('SIGINT');
  guardian.kill('SIGINT');
  const [code] = await exit;
  expect(code).toBe(7);
  expect(printed().match(/got SIGINT/g)).toHaveLength(1);
});

test('a closed terminal stops the server in order', async () => {
  const { guardian, exit, printed } = await start();
  guardian.kill('SIGHUP');
  await exit;
  expect(printed()).toContain('got SIGTERM');
});

test('leaves no server behind when it is killed itself', async () => {
  const { guardian, printed, serverPid } = await start();
  guardian.kill('SIGKILL');
  await expect.poll(() => isAlive(serverPid), { timeout: 5_000 }).toBe(false);
  expect(printed()).toContain('got SIGTERM');
});

test('a Ctrl-C during the start waits until the server can stop in order', async () => {
  const { guardian, exit, printed } = await startWith(SLOW_SERVER);
  guardian.kill('SIGINT');
  const [code] = await exit;
  expect(code).toBe(7);
  expect(printed().match(/got SIGINT/g)).toHaveLength(1);
});
