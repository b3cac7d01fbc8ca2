import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { tree } from '../checks/fixture.mjs';
import {
  buildInputs,
  buildOutputs,
  clearStamp,
  installInputs,
  installOutputs,
  isStamped,
  setStamp,
} from './stamp.mjs';

const project = () =>
  tree({
    'package.json': {},
    'pnpm-lock.yaml': 'lock',
    'apps/api/package.json': { dependencies: { a: '1' } },
    'apps/api/src/main.ts': 'one',
    'apps/api/src/main.test.ts': 'one',
    'apps/api/dist/main.js': 'built',
    'apps/dashboard/dist/index.html': 'built',
    'apps/portal/dist/index.html': 'built',
    'apps/portal/dist/assets/app.js': 'built',
  });

function writeAt(root, path, content) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

const stampBuild = (root) => setStamp(root, 'build', buildInputs(root), buildOutputs(root));
const isBuilt = (root) => isStamped(root, 'build', buildInputs(root), buildOutputs(root));

test('a build is needed until it is stamped, and again once the stamp is cleared', () => {
  const root = project();
  expect(isBuilt(root)).toBe(false);
  stampBuild(root);
  expect(isBuilt(root)).toBe(true);
  clearStamp(root, 'build');
  expect(isBuilt(root)).toBe(false);
});

test.each([
  ['a source changes', 'apps/api/src/main.ts'],
  ['a source appears', 'packages/db/migrations/0002_more/migration.sql'],
  ['the lockfile changes', 'pnpm-lock.yaml'],
  ['somebody writes into what was built', 'apps/portal/dist/assets/app.js'],
])('a build is needed when %s', (_, path) => {
  const root = project();
  stampBuild(root);
  writeAt(root, path, 'two, and longer');
  expect(isBuilt(root)).toBe(false);
});

test('a build is needed when a part of it is gone', () => {
  const root = project();
  stampBuild(root);
  rmSync(join(root, 'apps/portal/dist/assets'), { recursive: true });
  expect(isBuilt(root)).toBe(false);
  rmSync(join(root, 'apps/portal/dist'), { recursive: true });
  expect(isBuilt(root)).toBe(false);
});

test('no build is needed when only a test or a time changed', () => {
  const root = project();
  stampBuild(root);
  writeFileSync(join(root, 'apps/api/src/main.test.ts'), 'two');
  utimesSync(join(root, 'apps/api/src/main.ts'), 1, 1);
  expect(isBuilt(root)).toBe(true);
});

test('an install is whole only with every folder of packages', () => {
  const root = project();
  expect(installOutputs(root)).toBeUndefined();
  writeAt(root, 'node_modules/.modules.yaml', '');
  expect(installOutputs(root)).toBeUndefined();
  writeAt(root, 'apps/api/node_modules/a/package.json', '{}');
  expect(installOutputs(root)).toBe('whole');
  const before = installInputs(root);
  writeAt(root, 'apps/api/package.json', '{"dependencies":{"a":"2"}}');
  expect(installInputs(root)).not.toBe(before);
});
