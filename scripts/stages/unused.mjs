import { join } from 'node:path';
import { ROOT } from '../support/paths.mjs';
import { runNode } from '../support/run.mjs';

const KNIP = join('node_modules', 'knip', 'bin', 'knip.js');

/** Unused files, exports and dependencies, by knip; empty text when there are none. */
export async function runUnused(root = ROOT) {
  const { code, output } = await runNode(join(ROOT, KNIP), ['--no-progress', '--directory', root], {
    env: { NO_COLOR: '1' },
  });
  if (code === 0) return '';
  return `Unused code\n${output.trim()}\n  → Delete it, or use it; an export that only its own file uses needs no \`export\`. Entries are in knip.json.`;
}
