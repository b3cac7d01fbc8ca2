import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { withLock } from './lock.mjs';
import { ROOT } from './paths.mjs';
import { runPnpm } from './run.mjs';
import {
  buildInputs,
  buildOutputs,
  clearStamp,
  installInputs,
  installOutputs,
  isStamped,
  setStamp,
} from './stamp.mjs';
import { step } from './terminal.mjs';

/** Two tasks at a time: what two cores can do. */
const TURBO = [
  'exec',
  'turbo',
  'run',
  '--concurrency=2',
  '--output-logs=errors-only',
  '--ui=stream',
  '--no-color',
];

/** Asks nothing, also where an install from another store has to make way. */
const INSTALL = [
  'install',
  '--frozen-lockfile',
  '--reporter=append-only',
  '--config.confirmModulesPurge=false',
];

const isInstalled = () => isStamped(ROOT, 'install', installInputs(ROOT), installOutputs(ROOT));
const isBuilt = () => isStamped(ROOT, 'build', buildInputs(ROOT), buildOutputs(ROOT));

/** Installs the pinned dependencies if the lockfile or a manifest changed, or something is missing. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  demandWritable();
  await withLock(ROOT, async () => {
    if (!isInstalled()) await step('Installing dependencies', install);
  });
}

/** Builds the server and both web apps if anything they are made from changed. */
export async function ensureBuilt() {
  await ensureInstalled();
  if (isBuilt()) return;
  demandWritable();
  await withLock(ROOT, async () => {
    if (!isBuilt()) await step('Building', build);
  });
}

/** Runs one turbo task in every package that has it, `more` being further arguments; throws a Failure with what it printed. */
export async function turbo(task, message, mend, more = []) {
  const { code, output } = await runPnpm([...TURBO, task, ...more]);
  if (code !== 0) throw new Failure(message, { output, mend, exitCode: code });
}

async function install() {
  clearStamp(ROOT, 'install');
  const inputs = installInputs(ROOT);
  const { code, output } = await runPnpm(INSTALL);
  if (code !== 0) {
    throw new Failure('The dependencies could not be installed.', {
      output,
      mend: remedyFor(output),
      exitCode: code,
    });
  }
  setStamp(ROOT, 'install', inputs, installOutputs(ROOT));
}

async function build() {
  clearStamp(ROOT, 'build');
  const inputs = buildInputs(ROOT);
  await turbo(
    'build',
    'The build failed.',
    'The output above names the file. Mend it and run the same command again; in a fresh checkout, please report it.',
  );
  setStamp(ROOT, 'build', inputs, buildOutputs(ROOT));
}

const REMEDIES = [
  [
    /ENOSPC|no space left/i,
    'The disk is full. About 1.5 GB are needed for the dependencies; free some and try again.',
  ],
  [
    /EACCES|EPERM|EROFS|read-only file system|permission denied/i,
    'A folder cannot be written. If it is the cache of npm or the store of pnpm in the home folder, name others:\n' +
      '  npm_config_cache=<folder> npm_config_store_dir=<folder> npm start\n' +
      'If it is this checkout, run the command once as its owner.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|fetch failed|ERR_PNPM_META_FETCH_FAIL/,
    'The package registry could not be reached. Check the network; behind a proxy set HTTPS_PROXY, and with a mirror of\n' +
      'your own run `npm config set registry <address>`. Nothing else is downloaded.',
  ],
  [
    /ERR_PNPM_OUTDATED_LOCKFILE|frozen-lockfile/,
    'A package.json and pnpm-lock.yaml disagree. Run `node scripts/pnpm.mjs install` and commit the lockfile.',
  ],
];

function remedyFor(output) {
  const known = REMEDIES.find(([pattern]) => pattern.test(output));
  return known?.[1] ?? 'Run `node scripts/pnpm.mjs install --frozen-lockfile` to see it in full.';
}

/** Says whom to ask before a tool fails half-way with its own words. */
function demandWritable() {
  const folders = [ROOT, join(ROOT, 'node_modules')].filter((path) =>
    statSync(path, { throwIfNoEntry: false }),
  );
  try {
    for (const folder of folders) accessSync(folder, constants.W_OK);
  } catch {
    throw new Failure(
      'The dependencies or the built apps are out of date, and this user may not write here.',
      {
        mend: `Run \`npm start\` (or \`npm test\`) once as the owner of ${ROOT}; after that any user may start it.`,
      },
    );
  }
}
