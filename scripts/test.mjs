// npm test: every check of the house in order, from the cheapest to the dearest; the first that fails ends the run.
//   npm test                      everything
//   npm test -- packages/access   only the test files whose path holds these words (a partial run)
//   npm test -- --deep            everything, with the long searches of property and fuzz tests
import { demandNode } from './support/node-version.mjs';

demandNode();
process.exitCode = (await install()) || (await run());

/** Dependencies first, with nothing but Node's own modules: the stages import some of them. */
async function install() {
  const { ensureInstalled } = await import('./support/bootstrap.mjs');
  const { report } = await import('./support/failure.mjs');
  try {
    await ensureInstalled();
    return 0;
  } catch (error) {
    const exitCode = report(error) || 1;
    process.stdout.write('0 passed, 1 failed, 0 skipped\n');
    return exitCode;
  }
}

async function run() {
  const { main } = await import('./stages/main.mjs');
  return main(process.argv.slice(2));
}
