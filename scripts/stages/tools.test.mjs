import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { tree } from '../checks/fixture.mjs';
import { ROOT } from '../support/paths.mjs';
import { runBoundaries } from './boundaries.mjs';
import { runUnused } from './unused.mjs';

// Each starts a tool of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const manifest = (name, more = {}) => ({ name: `@sallyport/${name}`, type: 'module', ...more });

/** A tree in which every rule below is broken once, by file. */
const BROKEN = {
  'apps/api/package.json': manifest('api'),
  'apps/api/src/features/user/user.service.ts':
    "import '../../doors/staff.router.ts';\nimport '../group/add-member.ts';\n",
  'apps/api/src/features/group/add-member.ts': "import './group.router.ts';\n",
  'apps/api/src/features/group/group.router.ts': "import './add-member.ts';\n",
  'apps/api/src/doors/staff.router.ts': "import '../features/user/user.service.ts';\n",
  'apps/dashboard/src/lib/days.ts': "import '../components/button.ts';\n",
  'apps/dashboard/src/components/button.ts':
    "import { a } from '../../../api/src/doors/staff.router.ts';\na();\n",
  'apps/portal/src/main.ts': "import '../../../packages/contracts/src/staff/words.ts';\n",
  'packages/contracts/src/staff/words.ts': "import '../../../db/src/client.ts';\n",
  'packages/contracts/src/common/words.ts': "import '../staff/words.ts';\n",
  'packages/access/src/decide.ts': "import 'node:fs';\nimport './gone.ts';\n",
  'packages/db/src/client.ts': "import './client.test.ts';\n",
  'packages/db/src/client.test.ts': 'export {};\n',
  'packages/testing/src/index.ts': 'export {};\n',
  'packages/ui/src/button.ts': "import '../../testing/src/index.ts';\n",
};

const RULES = [
  'api-features-knows-nothing-above',
  'features-keep-their-insides',
  'no-cycle',
  'doors-assemble-only',
  'dashboard-components-knows-nothing-above|dashboard-lib-knows-nothing-above',
  'web-imports-types-of-the-server',
  'portal-knows-no-staff',
  'packages-contracts-imports',
  'contracts-by-door',
  'pure-packages',
  'not-found',
  'production-knows-no-tests',
  'packages-ui-imports',
  'entry-of-a-package-only',
];

test('the layer rules refuse each kind of wrong import', async () => {
  const report = await runBoundaries(tree(BROKEN), ['apps', 'packages']);
  for (const rule of RULES) expect(report).toMatch(new RegExp(rule));
});

test('the layer rules allow the way down', async () => {
  const root = tree({
    'apps/dashboard/src/routes/users.ts': "import '../features/users/users-page.ts';\n",
    'apps/dashboard/src/features/users/users-page.ts':
      "import '../../components/button.ts';\nimport '../session/session.queries.ts';\n",
    'apps/dashboard/src/features/session/session.queries.ts': "import '../../lib/days.ts';\n",
    'apps/dashboard/src/components/button.ts': "import '../lib/days.ts';\n",
    'apps/dashboard/src/lib/days.ts':
      "import type { Router } from '../../../api/src/doors/staff.router.ts';\nexport type R = Router;\n",
    'apps/api/src/doors/staff.router.ts':
      "import '../features/user/user.router.ts';\nexport type Router = 1;\n",
    'apps/api/src/features/user/user.router.ts': 'export {};\n',
  });
  const report = await runBoundaries(root, ['apps']);
  // By its path instead of its name, for want of an install in this small tree.
  expect(report.match(/error [\w-]+/g) ?? []).toEqual(['error entry-of-a-package-only']);
});

test('knip finds an unused file, export and dependency', async () => {
  const root = tree({
    'package.json': { name: 'small', type: 'module', dependencies: { 'left-over': '1.0.0' } },
    'knip.json': { entry: ['src/main.ts'], project: ['src/**/*.ts'] },
    'src/main.ts': "import { used } from './parts.ts';\nused();\n",
    'src/parts.ts': 'export const used = () => 1;\nexport const unused = 2;\n',
    'src/nobody.ts': 'export {};\n',
  });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  const report = await runUnused(root);
  for (const word of ['src/nobody.ts', 'unused', 'left-over']) expect(report).toContain(word);
});
