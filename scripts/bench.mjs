// npm run bench -- NAME: runs one benchmark of bench/ on the built apps. Its last line on stdout is its result as JSON.
import { demandNode } from './support/node-version.mjs';

demandNode();
const { readdirSync } = await import('node:fs');
const { join } = await import('node:path');
const { ensureBuilt } = await import('./support/bootstrap.mjs');
const { findChromium } = await import('./support/chromium.mjs');
const { Failure, report } = await import('./support/failure.mjs');
const { ROOT } = await import('./support/paths.mjs');
const { runNode } = await import('./support/run.mjs');

/** Benchmarks that drive a browser. */
const WITH_BROWSER = new Set(['web']);

async function main([name, ...args]) {
  const known = readdirSync(join(ROOT, 'bench'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length));
  if (!known.includes(name)) {
    const list = known.map((each) => `  npm run bench -- ${each}`).join('\n');
    throw new Failure(name ? `There is no benchmark "${name}".` : 'Which benchmark?', { mend: list });
  }
  await ensureBuilt();
  const env = {};
  if (WITH_BROWSER.has(name)) {
    const chromium = await findChromium();
    if (!chromium.path) throw new Failure('This benchmark needs a browser.', { mend: chromium.reason });
    env.CHROMIUM_PATH = chromium.path;
  }
  const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const { code } = await runNode(tsx, [join(ROOT, 'bench', `${name}.ts`), ...args], { live: true, env });
  return code;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = report(error);
}
