import { join } from 'node:path';
import { turbo } from '../support/bootstrap.mjs';
import { Failure } from '../support/failure.mjs';
import { ROOT } from '../support/paths.mjs';
import { runNode } from '../support/run.mjs';

const MEND =
  'Mend what the compiler names above. `node scripts/pnpm.mjs --filter <package> typecheck` checks one package.';

/** Type-checks every package, and the root's own TypeScript. */
export async function types() {
  // Every package's errors at once, not only those of the first.
  await turbo('typecheck', 'The types do not fit.', MEND, ['--continue']);
  const { code, output } = await runNode(join(ROOT, 'node_modules/typescript/bin/tsc'), [
    '-p',
    'tsconfig.json',
  ]);
  if (code !== 0) throw new Failure('The types of the root do not fit.', { output, mend: MEND });
}
