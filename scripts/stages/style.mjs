import { join } from 'node:path';
import { Failure } from '../support/failure.mjs';
import { ROOT } from '../support/paths.mjs';
import { runNode } from '../support/run.mjs';

/** Format and lint, by biome; warnings count. */
export async function style() {
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  const { code, output } = await runNode(biome, [
    'check',
    '--error-on-warnings',
    '--max-diagnostics=40',
    '--colors=off',
    '.',
  ]);
  if (code === 0) return;
  throw new Failure('Format or lint found something.', {
    output,
    mend: '`npm run format` mends layout, import order and the safe part of the rest; what it leaves is named above.',
  });
}
