import { defineConfig } from 'vitest/config';

// An odd zone (+12:45, with summer time) and a plain locale: whatever leans on the machine's own shows itself.
process.env['TZ'] = 'Pacific/Chatham';
process.env['LC_ALL'] = 'C.UTF-8';

const SECOND = 1000;
const seed = Number(process.env['SALLYPORT_SEED'] ?? Date.now() % 1_000_000);
/** Without a browser the journeys are collected and counted as skipped; nothing is started for them. */
const hasBrowser = process.env['SALLYPORT_NO_BROWSER'] === undefined;
const ignored = ['**/node_modules/**', '**/dist/**', '**/generated/**'];

/** Folders whose tests need the one real PostgreSQL that their global set-up starts. */
const withDatabase = ['packages/db', 'packages/auth', 'packages/testing', 'apps/api'];
const testsOf = (folders: readonly string[]) => folders.map((folder) => `${folder}/**/*.test.{ts,tsx,mjs}`);

export default defineConfig({
  test: {
    maxWorkers: 2,
    // A worker keeps what it has loaded: loading the server anew for every file took as long as half of the tests.
    isolate: false,
    // Of what is waited for: until it is there, but never for ever.
    expect: { poll: { timeout: 15 * SECOND } },
    retry: 0,
    allowOnly: false,
    passWithNoTests: false,
    sequence: { shuffle: { files: true, tests: true }, seed },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: testsOf(['packages/*', 'apps/*', 'scripts', 'bench/support', 'demo/house']),
          exclude: [...ignored, ...testsOf(withDatabase)],
          testTimeout: 20 * SECOND,
          hookTimeout: 20 * SECOND,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          environment: 'node',
          include: testsOf(withDatabase),
          exclude: ignored,
          globalSetup: ['packages/testing/src/global-setup.ts'],
          testTimeout: 20 * SECOND,
          hookTimeout: 60 * SECOND,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: [...testsOf(['e2e']), 'demo/demo.test.ts'],
          exclude: ignored,
          globalSetup: hasBrowser ? ['e2e/global-setup.ts'] : [],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 90 * SECOND,
          hookTimeout: 120 * SECOND,
        },
      },
    ],
  },
});
