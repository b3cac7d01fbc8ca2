import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { runNode } from './run.mjs';

const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
const REPORTER = join(ROOT, 'scripts', 'support', 'counts-reporter.mjs');

/** Everything that a run needs to know of the machine it pretends to be on. */
const ODD_MACHINE = { TZ: 'Pacific/Chatham', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };

/**
 * Runs vitest with the caller's terminal and returns its counts. A run that breaks before it can count has failed once.
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<{ passed: number, failed: number, skipped: number, reasons: Record<string, number> }>}
 */
export async function vitest(args, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-counts-'));
  const path = join(folder, 'counts.json');
  try {
    const { code } = await runNode(VITEST, ['run', '--reporter=default', `--reporter=${REPORTER}`, ...args], {
      live: true,
      env: { ...ODD_MACHINE, ...env, SALLYPORT_COUNTS: path },
    });
    const counts = readCounts(path);
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readCounts(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0, reasons: {} };
  }
}
