import { join } from 'node:path';
import { ROOT } from '../support/paths.mjs';
import { runNode } from '../support/run.mjs';

const CRUISER = join('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');

/** The layer rules and cycles of .dependency-cruiser.mjs; empty text when all is well. */
export async function runBoundaries(root = ROOT, folders = ['apps', 'packages', 'e2e', 'bench', 'demo']) {
  const config = join(ROOT, '.dependency-cruiser.mjs');
  const args = ['--config', config, '--output-type', 'err-long', '--no-progress', ...folders];
  const { code, output } = await runNode(join(ROOT, CRUISER), args, { cwd: root, env: { NO_COLOR: '1' } });
  if (code === 0) return '';
  return `Who may import whom\n${output.trim()}\n  → Move the code to the layer that owns it, or import the package's entry; the rules are in .dependency-cruiser.mjs.`;
}
