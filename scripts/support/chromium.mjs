import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { ROOT } from './paths.mjs';
import { run } from './run.mjs';
import { say, step } from './terminal.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A browser of the system, found on PATH. */
function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...MAC].find(isExecutable);
}

/** The browser that Playwright downloaded at some time, if it is there; nothing is downloaded now. */
function ofPlaywright() {
  try {
    const require = createRequire(join(ROOT, 'e2e', 'package.json'));
    const path = require('playwright-core').chromium.executablePath();
    return isExecutable(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** As root on Debian and its kin, and only then, the system's own package is installed. */
async function installed() {
  const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  if (!mayInstall || spawnSync('apt-get', ['--version']).status !== 0) return undefined;
  say(
    '  No Chromium is installed. Running: apt-get update && apt-get install -y --no-install-recommends chromium',
  );
  const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await step('Installing Chromium', async () => {
    await run('apt-get', ['update', '-qq'], quiet);
    const { code } = await run(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
      quiet,
    );
    return code === 0 ? '' : 'could not be installed';
  });
  return onPath();
}

/**
 * Where a Chromium is: CHROMIUM_PATH, else the system's, else Playwright's own, else one installed now (root on Debian).
 * @returns {Promise<{ path: string } | { path: undefined, reason: string }>}
 */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named && isExecutable(named)) return { path: named };
  if (named) return { path: undefined, reason: `CHROMIUM_PATH names ${named}, which cannot be run` };
  const path = onPath() ?? ofPlaywright() ?? (await installed());
  if (path) return { path };
  return { path: undefined, reason: 'no Chromium was found; install one, or name it in CHROMIUM_PATH' };
}
