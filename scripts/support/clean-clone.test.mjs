import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './paths.mjs';

const STATIC_IMPORT = /^(?:import|export)\s[^;]*?from\s+'([^']+)'|^import\s+'([^']+)'/gm;

/** Every module that loading `file` brings along at once, ours by path and others by name. */
function loadedWith(file, seen = new Set()) {
  for (const [, from, bare] of readFileSync(file, 'utf8').matchAll(STATIC_IMPORT)) {
    const name = from ?? bare;
    const module = name.startsWith('.') ? join(dirname(file), name) : name;
    if (seen.has(module)) continue;
    seen.add(module);
    if (name.startsWith('.')) loadedWith(module, seen);
  }
  return seen;
}

// On a clean clone there are no packages yet: what runs before the installation has only Node's own modules.
test.each([
  'test.mjs',
  'start.mjs',
  'support/bootstrap.mjs',
  'support/failure.mjs',
  'support/node-version.mjs',
])('scripts/%s loads no package before dependencies are installed', (name) => {
  const packages = [...loadedWith(join(ROOT, 'scripts', name))].filter(
    (module) => !module.startsWith('node:') && !module.startsWith('/'),
  );
  expect(packages).toEqual([]);
});

test('the search would notice: the stages of the tests do load packages', () => {
  expect([...loadedWith(join(ROOT, 'scripts', 'support', 'syntax.mjs'))]).toContain('typescript');
});
