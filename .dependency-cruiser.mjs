// Who may import whom. docs/architecture.md says why; a rule's `comment` is what a reader sees when it is broken.

/** Tests; their helpers, in folders called testing or test-support; and the access matrix, whose rows only its test reads. */
const TESTS =
  '(\\.test\\.tsx?$|\\.access\\.ts$|/src/testing/|/src/.+/testing/|/test-support/|^apps/api/src/(matrix|isolation)/)';
const SOURCE = '^(apps|packages)/[^/]+/(src/|gallery/)';

/** Workspace packages a package may import, beside itself. Tests may also import testing. */
const MAY_IMPORT = {
  'packages/contracts': [],
  'packages/access': ['packages/contracts'],
  'packages/auth': ['packages/contracts'],
  'packages/db': ['packages/contracts', 'packages/access'],
  'packages/richtext': ['packages/contracts'],
  'packages/importers': ['packages/contracts'],
  'packages/reporting': ['packages/contracts', 'packages/richtext'],
  'packages/ui': ['packages/richtext'],
  'packages/forms': ['packages/contracts', 'packages/ui'],
  'packages/client': ['packages/contracts'],
  'packages/testing': ['packages/contracts', 'packages/access', 'packages/auth', 'packages/db'],
  'apps/api': [
    'packages/contracts',
    'packages/access',
    'packages/auth',
    'packages/db',
    'packages/richtext',
    'packages/importers',
    'packages/reporting',
  ],
  'apps/dashboard': [
    'packages/contracts',
    'packages/access',
    'packages/richtext',
    'packages/ui',
    'packages/forms',
    'apps/api',
  ],
  'apps/portal': [
    'packages/contracts',
    'packages/access',
    'packages/richtext',
    'packages/ui',
    'packages/forms',
    'apps/api',
  ],
  e2e: ['packages/contracts', 'packages/testing'],
  demo: ['packages/contracts', 'packages/richtext'],
  // How a built server is started on a data folder of its own is written once, with the journeys.
  bench: [
    'packages/contracts',
    'packages/access',
    'packages/auth',
    'packages/db',
    'packages/importers',
    'packages/reporting',
    'packages/richtext',
    'packages/testing',
    'apps/api',
    'e2e',
  ],
};

/** Parts of one feature that another feature of the same app may use; everything else is its inside. */
const FEATURE_ENTRIES = '\\.(service|queries)\\.tsx?$';

/** The parsed configuration lies below every layer. */
const CONFIGURATION = '^apps/api/src/start/env\\.ts$';

/** Modules that reach outside the process: not for pure packages. */
const IMPURE =
  '^(node:)?(fs|fs/promises|net|http|https|http2|tls|dgram|dns|child_process|process|os|worker_threads)$|^(pg|undici|@prisma/.*|fastify)$|node_modules/(pg|undici|@prisma|fastify)/';

const workspaceOf = (folder) => `^${folder}/`;
const anyOf = (folders) => folders.map(workspaceOf);

const packageRules = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
  name: `${folder.replace('/', '-')}-imports`,
  comment: `${folder} may import ${allowed.join(', ') || 'no other package of ours'}.`,
  severity: 'error',
  from: { path: workspaceOf(folder), pathNot: TESTS },
  to: { path: '^(apps|packages|e2e|bench|demo)/', pathNot: [workspaceOf(folder), ...anyOf(allowed)] },
}));

const packageTestRules = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
  name: `${folder.replace('/', '-')}-tests-import`,
  comment: `Tests of ${folder} may import what it may, and packages/testing.`,
  severity: 'error',
  from: { path: `^${folder}/.*${TESTS}` },
  to: {
    path: '^(apps|packages|e2e|bench|demo)/',
    pathNot: [workspaceOf(folder), workspaceOf('packages/testing'), ...anyOf(allowed)],
  },
}));

/** Within an app: each layer may import those after it, never those before it. */
const layerRules = (app, layers) =>
  layers.slice(1).map((layer, index) => ({
    name: `${app}-${layer}-knows-nothing-above`,
    comment: `apps/${app}: ${layers.join(' → ')}; ${layer} does not import ${layers.slice(0, index + 1).join(' or ')}.`,
    severity: 'error',
    from: { path: `^apps/${app}/src/${layer}/`, pathNot: TESTS },
    to: {
      path: layers.slice(0, index + 1).map((above) => `^apps/${app}/src/${above}/`),
      pathNot: CONFIGURATION,
    },
  }));

export default {
  forbidden: [
    ...packageRules,
    ...packageTestRules,
    {
      name: 'no-cycle',
      comment: 'Files that import each other in a circle. Move what both need into a third file.',
      severity: 'error',
      from: { pathNot: '/generated/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-found',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: { pathNot: '/generated/' },
      to: {
        couldNotResolve: true,
        pathNot: '(\\.gen(\\.ts)?$|\\?(raw|url|inline|worker)$|^virtual:|/generated/)',
      },
    },
    {
      name: 'entry-of-a-package-only',
      comment: 'A package is imported by its name and through its exports, not by a path into it.',
      severity: 'error',
      from: { path: '^(apps|packages)/([^/]+)/' },
      to: { path: '^(apps|packages)/', pathNot: '^$1/$2/', dependencyTypes: ['local'] },
    },
    {
      name: 'pure-packages',
      comment:
        'contracts, access, richtext, importers and reporting are pure: no files, network, database or environment.',
      severity: 'error',
      from: { path: '^packages/(contracts|access|richtext|importers|reporting)/src/', pathNot: TESTS },
      to: { path: IMPURE },
    },
    {
      name: 'auth-knows-no-server',
      comment: 'auth takes a small port: no database driver and no HTTP framework.',
      severity: 'error',
      from: { path: '^packages/auth/src/', pathNot: TESTS },
      to: { path: '(^|node_modules/)(pg|@prisma|fastify|@fastify|@trpc)(/|$)' },
    },
    {
      name: 'contracts-stand-on-zod',
      comment: 'contracts imports zod and nothing else.',
      severity: 'error',
      from: { path: '^packages/contracts/src/', pathNot: TESTS },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-peer', 'core'], pathNot: '(^|node_modules/)zod(/|$)' },
    },
    {
      name: 'contracts-by-door',
      comment:
        'What customers or both doors share names nothing of staff, so that no staff name reaches the portal.',
      severity: 'error',
      from: { path: '^packages/contracts/src/(common|portal)/', pathNot: TESTS },
      to: { path: '^packages/contracts/src/(staff|tools)/' },
    },
    {
      name: 'contracts-common-is-below',
      comment: 'contracts/common is below the doors.',
      severity: 'error',
      from: { path: '^packages/contracts/src/common/', pathNot: TESTS },
      to: { path: '^packages/contracts/src/(staff|tools|portal)/' },
    },
    {
      name: 'portal-knows-no-staff',
      comment: 'The portal imports nothing of staff: neither their contracts nor their router.',
      severity: 'error',
      from: { path: '^apps/portal/' },
      to: {
        path: [
          '^packages/contracts/src/(staff|tools)/',
          '^apps/api/src/doors/(staff|tools)',
          '^apps/dashboard/',
        ],
      },
    },
    {
      name: 'ui-fetches-nothing',
      comment: 'ui knows no tRPC and no query library.',
      severity: 'error',
      from: { path: '^packages/ui/' },
      to: { path: '(^|node_modules/)(@trpc|@tanstack/react-query)(/|$)' },
    },
    {
      name: 'web-imports-types-of-the-server',
      comment: 'A web app imports the type of its own router, and only with `import type`.',
      severity: 'error',
      from: { path: '^apps/(dashboard|portal)/' },
      to: { path: '^apps/api/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-imports-its-own-router',
      comment:
        'The dashboard imports the staff router’s type, the portal the portal router’s, and nothing else of the server.',
      severity: 'error',
      from: { path: '^apps/dashboard/' },
      to: { path: '^apps/api/', pathNot: '^apps/api/src/doors/staff\\.router\\.ts$' },
    },
    {
      name: 'portal-imports-its-own-router',
      comment: 'The portal imports the portal router’s type and nothing else of the server.',
      severity: 'error',
      from: { path: '^apps/portal/' },
      to: { path: '^apps/api/', pathNot: '^apps/api/src/doors/portal\\.router\\.ts$' },
    },
    {
      name: 'features-keep-their-insides',
      comment: `A feature uses another only through a file of it that ends in ${FEATURE_ENTRIES}.`,
      severity: 'error',
      from: { path: '^apps/([^/]+)/src/features/([^/]+)/', pathNot: TESTS },
      to: { path: '^apps/$1/src/features/[^/]+/', pathNot: ['^apps/$1/src/features/$2/', FEATURE_ENTRIES] },
    },
    ...layerRules('dashboard', ['routes', 'features', 'components', 'lib', 'strings']),
    ...layerRules('portal', ['routes', 'features', 'components', 'lib', 'strings']),
    ...layerRules('api', ['start', 'doors', 'features', 'http', 'trpc']),
    {
      name: 'doors-assemble-only',
      comment:
        'A door puts routers together. It imports routers, contexts and the HTTP side, never a database or a service.',
      severity: 'error',
      from: { path: '^apps/api/src/doors/', pathNot: TESTS },
      to: {
        path: ['^packages/db/', '^apps/api/src/features/[^/]+/(?!.*\\.(router|route|routes)\\.ts$)'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'routers-assemble-only',
      comment: 'A router puts its feature’s procedures together and does nothing itself.',
      severity: 'error',
      from: { path: '^apps/api/src/features/[^/]+/[^/]+\\.router\\.ts$' },
      to: { path: '^packages/db/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'production-knows-no-tests',
      comment: 'Only tests import tests and packages/testing.',
      severity: 'error',
      from: { path: SOURCE, pathNot: [TESTS, '^packages/testing/'] },
      to: { path: [TESTS, '^packages/testing/'] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/generated/'] },
    exclude: { path: ['/dist/', '\\.css$', '^e2e/output/'] },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'browser', 'default'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
    skipAnalysisNotInRules: true,
  },
};
