import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { tree } from './fixture.mjs';
import { check } from './suppressions.check.mjs';

const LIST = 'scripts/checks/suppressions.json';
const FILE = 'packages/a/src/a.ts';

test.each([
  ['any', 'export const a: any = 1;\n'],
  ['as any', 'export const a = 1 as any;\n'],
  ['non-null', 'export const a = process.argv[0]!;\n'],
  ['a definite assignment', 'export let a!: string;\n'],
  ['ts-ignore', '// @ts-ignore\nexport const a = 1;\n'],
  ['ts-expect-error', '/* @ts-expect-error wrong */\nexport const a = 1;\n'],
  ['biome-ignore', '// biome-ignore lint/a11y/noAutofocus: wanted\nexport const a = 1;\n'],
])('refuses %s', (_, text) => {
  expect(check(tree({ [FILE]: text }))).toMatchObject([{ file: FILE }]);
});

test.each([
  [
    'the words in strings and prose',
    "// any of them!\nexport const a = 'as any // @ts-ignore biome-ignore!';\n",
  ],
  ['not and not equal', 'export const a = !process.argv[0] && process.argv[1] !== null;\n'],
])('allows %s', (_, text) => {
  expect(check(tree({ [FILE]: text }))).toEqual([]);
});

test('finds a suppression inside JSX', () => {
  const text = 'export const a = <p>{/* biome-ignore lint/a11y/x: wanted */}any // @ts-ignore</p>;\n';
  expect(check(tree({ 'packages/a/src/a.tsx': text }))).toMatchObject([
    { message: expect.stringContaining('lint-comment') },
  ]);
});

test('allows an expected type error in a test, where it asserts', () => {
  expect(check(tree({ 'packages/a/src/a.test.ts': '// @ts-expect-error refused\ncall();\n' }))).toEqual([]);
});

test('allows what the list counts, no more and no less', () => {
  const one = 'export const a: any = 1;\n';
  const list = (count) => ({ [LIST]: { any: { [FILE]: count } } });
  expect(check(tree({ [FILE]: one, ...list(1) }))).toEqual([]);
  expect(check(tree({ [FILE]: one + one, ...list(1) }))).toHaveLength(2);
  expect(check(tree({ [FILE]: one, ...list(2) }))).toMatchObject([{ file: LIST }]);
});

test('refuses a list that allows more than the last commit did', () => {
  const root = tree({ [LIST]: { any: {} }, [FILE]: '' });
  const git = (...args) =>
    spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: root });
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'start');
  const risen = tree({ [LIST]: { any: { [FILE]: 1 } }, [FILE]: 'export const a: any = 1;\n' });
  spawnSync('cp', ['-r', `${root}/.git`, risen]);
  expect(check(root)).toEqual([]);
  expect(check(risen)).toMatchObject([{ file: LIST, message: expect.stringContaining('may only fall') }]);
});
