import { homedir } from 'node:os';
import { expect, test } from 'vitest';
import * as barrels from './barrels.check.mjs';
import * as fileLength from './file-length.check.mjs';
import * as fileNames from './file-names.check.mjs';
import { filesOf, tree } from './fixture.mjs';
import * as machineTraces from './machine-traces.check.mjs';
import * as ownedTodos from './owned-todos.check.mjs';
import * as packageCycles from './package-cycles.check.mjs';
import * as packageNames from './package-names.check.mjs';
import { staffWordsInPortal } from './portal-bundle.mjs';
import * as procedureSeal from './procedure-seal.check.mjs';
import * as purePackages from './pure-packages.check.mjs';
import * as rawDatabase from './raw-database.check.mjs';
import * as suppressions from './suppressions.check.mjs';
import * as testSleeps from './test-sleeps.check.mjs';

const HOME = 'apps/api/src/trpc/procedure.ts';
const SEAL = "import { initTRPC } from '@trpc/server';\nexport const t = initTRPC.create();\n";

/** Each case: a check, a tree that it must refuse, the file it must name, and the same tree mended. */
const CASES = [
  {
    name: 'file-length refuses 401 lines',
    check: fileLength,
    bad: { 'packages/a/src/long.ts': 'x;\n'.repeat(401) },
    names: 'packages/a/src/long.ts',
    good: {
      'packages/a/src/long.ts': 'x;\n'.repeat(400),
      'packages/a/src/data/words.ts': 'x;\n'.repeat(900),
    },
  },
  {
    name: 'file-names refuses camel case',
    check: fileNames,
    bad: { 'packages/a/src/userRow.ts': '' },
    names: 'packages/a/src/userRow.ts',
    good: {
      'packages/a/src/user-row.test.ts': '',
      'apps/portal/src/routes/$userId.tsx': '',
      'README.md': '',
    },
  },
  {
    name: 'package-names refuses a drawer',
    check: packageNames,
    bad: { 'packages/things/package.json': { name: '@sallyport/utils' } },
    names: 'packages/things/package.json',
    good: { 'packages/things/package.json': { name: '@sallyport/things' } },
  },
  {
    name: 'package-cycles refuses a circle',
    check: packageCycles,
    bad: {
      'packages/a/package.json': { name: 'a', dependencies: { b: '*' } },
      'packages/b/package.json': { name: 'b', dependencies: { a: '*' } },
    },
    names: 'packages/a/package.json',
    good: {
      'packages/a/package.json': { name: 'a', dependencies: { b: '*' } },
      'packages/b/package.json': { name: 'b', devDependencies: { a: '*' } },
    },
  },
  {
    name: 'barrels refuses a file that only hands on',
    check: barrels,
    bad: { 'packages/a/package.json': { name: 'a' }, 'packages/a/src/all.ts': "export * from './one.ts';\n" },
    names: 'packages/a/src/all.ts',
    good: {
      'packages/a/package.json': { name: 'a', exports: { '.': './src/index.ts' } },
      'packages/a/src/index.ts': "export { one } from './one.ts';\n",
      'packages/a/src/main.ts': "import './one.ts';\n",
      'apps/portal/src/strings/english.ts': "export { home } from './home.ts';\n",
    },
  },
  {
    name: 'procedure-seal refuses a second importer',
    check: procedureSeal,
    bad: { [HOME]: SEAL, 'apps/api/src/features/user/user.router.ts': SEAL },
    names: 'apps/api/src/features/user/user.router.ts',
    good: {
      [HOME]: SEAL,
      'apps/api/src/features/user/user.router.ts': "import { procedure } from '../../trpc/procedure.ts';\n",
    },
  },
  {
    name: 'procedure-seal refuses the whole of tRPC',
    check: procedureSeal,
    bad: { [HOME]: SEAL, 'apps/api/src/doors/staff.ts': "import * as trpc from '@trpc/server';\n" },
    names: 'apps/api/src/doors/staff.ts',
    good: { [HOME]: SEAL, 'apps/api/src/doors/staff.ts': "import { TRPCError } from '@trpc/server';\n" },
  },
  {
    name: 'procedure-seal refuses a server without its one place',
    check: procedureSeal,
    bad: { 'apps/api/src/main.ts': '' },
    names: HOME,
    good: { [HOME]: SEAL, 'apps/api/src/main.ts': '' },
  },
  {
    name: 'raw-database refuses a query in a feature',
    check: rawDatabase,
    bad: {
      'apps/api/src/features/user/list-users.ts': 'export const list = (tx) => tx.account.findMany();\n',
    },
    names: 'apps/api/src/features/user/list-users.ts',
    good: {
      'apps/api/src/features/user/list-users.ts':
        "import { listUsers, type Tx } from '@sallyport/db';\nlistUsers(tx, grant);\n",
      'apps/api/src/trpc/transaction.ts':
        "import { inTransaction } from '@sallyport/db';\ntx.$executeRaw``;\n",
    },
  },
  {
    name: 'raw-database refuses the client in a feature',
    check: rawDatabase,
    bad: {
      'apps/api/src/features/user/list-users.ts': "import { createDatabase as make } from '@sallyport/db';\n",
    },
    names: 'apps/api/src/features/user/list-users.ts',
    good: { 'apps/api/src/start/start.ts': "import { createDatabase as make } from '@sallyport/db';\n" },
  },
  {
    name: 'pure-packages refuses the environment',
    check: purePackages,
    bad: { 'packages/access/src/decide.ts': 'export const isOpen = process.env.OPEN;\n' },
    names: 'packages/access/src/decide.ts',
    good: { 'packages/access/src/decide.ts': 'export const isOpen = (env) => env.open;\n' },
  },
  {
    name: 'owned-todos refuses one of nobody',
    check: ownedTodos,
    bad: { 'packages/a/src/a.ts': '// TODO tidy up\n' },
    names: 'packages/a/src/a.ts',
    good: { 'packages/a/src/a.ts': "// TODO(ada): tidy up\nconst label = 'TODO';\n" },
  },
  {
    name: 'test-sleeps refuses a promise of setTimeout',
    check: testSleeps,
    bad: { 'packages/a/src/a.test.ts': 'await new Promise((done) => setTimeout(done, 50));\n' },
    names: 'packages/a/src/a.test.ts',
    good: { 'packages/a/src/a.test.ts': 'await expect.poll(() => done).toBe(true);\n' },
  },
  {
    name: 'machine-traces refuses a path in a home folder',
    check: machineTraces,
    bad: { 'docs/a.md': 'see /home/ada/notes/a.md\n' },
    names: 'docs/a.md',
    good: { 'docs/a.md': 'see docs/b.md and https://example.org/home/ada/x\n' },
  },
  {
    name: 'machine-traces refuses the host of a registry',
    check: machineTraces,
    bad: { 'pnpm-lock.yaml': 'resolution: {tarball: https://registry.example.net/a.tgz}\n' },
    names: 'pnpm-lock.yaml',
    good: { 'pnpm-lock.yaml': 'resolution: {integrity: sha512-abc}\n' },
  },
];

test.each(CASES)('$name', ({ check: { check }, bad, names, good }) => {
  expect(filesOf(check(tree(bad)))).toContain(names);
  expect(check(tree(good))).toEqual([]);
});

test('machine-traces refuses the home folder of whoever runs it', () => {
  const home = homedir();
  const isWord = home.split('/').filter(Boolean).length < 2 && !home.startsWith('/root');
  const found = machineTraces.check(tree({ 'docs/a.md': `see ${home}/notes/a.md\n` }));
  expect(found.length > 0 || isWord).toBe(true);
});

test('every check names itself and the way out', () => {
  for (const { title, mend } of [...new Set(CASES.map(({ check }) => check)), suppressions]) {
    expect(title).toMatch(/\w/);
    expect(mend).toMatch(/\w/);
  }
});

test('portal-bundle finds a staff permission in what customers download', () => {
  const declared = {
    'packages/contracts/src/staff/permission.ts':
      "export const Permission = { ManageUsers: 'manage-users' } as const;\n",
  };
  const leaky = tree({ ...declared, 'apps/portal/dist/assets/index.js': 'const a="manage-users"' });
  const tight = tree({ ...declared, 'apps/portal/dist/assets/index.js': 'const a="view-findings"' });
  expect(filesOf(staffWordsInPortal(leaky))).toEqual(['apps/portal/dist/assets/index.js']);
  expect(staffWordsInPortal(tight)).toEqual([]);
  expect(() => staffWordsInPortal(tree({ 'packages/contracts/src/staff/permission.ts': '' }))).toThrow(
    'no permissions',
  );
});
