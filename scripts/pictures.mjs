// node scripts/pictures.mjs: takes the pictures of docs/pictures from a built server : the demo; with names, only those.
import { demandNode } from './support/node-version.mjs';

demandNode();
const { join } = await import('node:path');
const { ensureBuilt } = await import('./support/bootstrap.mjs');
const { findChromium } = await import('./support/chromium.mjs');
const { Failure, report } = await import('./support/failure.mjs');
const { ROOT } = await import('./support/paths.mjs');
const { runNode } = await import('./support/run.mjs');

async function main() {
  await ensureBuilt();
  const chromium = await findChromium();
  if (!chromium.path) throw new Failure('Pictures need a browser.', { mend: chromium.reason });
  const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const program = join(ROOT, 'e2e', 'pictures', 'take-pictures.ts');
  const { code } = await runNode(tsx, [program, ...process.argv.slice(2)], {
    live: true,
    env: { CHROMIUM_PATH: chromium.path },
  });
  return code;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = report(error);
}
