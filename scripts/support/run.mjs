import { spawn } from 'node:child_process';
import { pnpmCommand, toolEnvironment } from '../pnpm.mjs';
import { ROOT } from './paths.mjs';

/**
 * Runs a command to its end in the project's root.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, live?: boolean, cwd?: string }} [options] `live` gives it the caller's terminal
 * @returns {Promise<{ code: number, output: string, stdout: string }>} output is stdout and stderr as they came
 */
export function run(command, args, { env, live = false, cwd = ROOT } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: toolEnvironment(env),
      stdio: live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command === 'npx',
    });
    const chunks = [];
    const printed = [];
    child.stdout?.on('data', (chunk) => {
      chunks.push(chunk);
      printed.push(chunk);
    });
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    const text = (parts) => Buffer.concat(parts).toString('utf8');
    child.on('error', (error) => resolve({ code: 127, output: `${command}: ${error.message}`, stdout: '' }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: text(chunks), stdout: text(printed) }));
  });
}

/** Runs the pinned pnpm; see run(). */
export function runPnpm(args, options) {
  const { command, args: line } = pnpmCommand(args);
  return run(command, line, options);
}

/** Runs a tool's JavaScript file in this Node, without the second or two that pnpm would take to find it. */
export function runNode(script, args, options) {
  return run(process.execPath, [script, ...args], options);
}
