// Runs the pinned pnpm, so that Node and npm are all a newcomer needs.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** The version that package.json pins in `packageManager`, the only place where it is written. */
export const PNPM_VERSION = manifest.packageManager.replace(/^pnpm@/, '');

/** What `npm --prefix` leaves in the environment; a second npm below it would read its settings from the wrong place. */
const LEFT_BY_NPM = [
  'npm_config_prefix',
  'npm_config_local_prefix',
  'npm_config_global_prefix',
  'npm_config_globalconfig',
];

/** The environment for pnpm and for every tool below it: no telemetry, no questions, no update notices. */
export function toolEnvironment(extra = {}) {
  const env = {
    ...process.env,
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    DO_NOT_TRACK: '1',
    npm_config_update_notifier: 'false',
    ...extra,
  };
  for (const name of LEFT_BY_NPM) delete env[name];
  return env;
}

/** The command line of the pinned pnpm with these arguments, for whoever spawns it. */
export function pnpmCommand(args) {
  return { command: 'npx', args: ['--yes', '--loglevel=error', `pnpm@${PNPM_VERSION}`, ...args] };
}

/** Runs pnpm in the project's root with the caller's terminal and returns its exit code. */
export function pnpm(args, options = {}) {
  const { command, args: line } = pnpmCommand(args);
  const shell = process.platform === 'win32';
  const result = spawnSync(command, line, {
    cwd: root,
    stdio: 'inherit',
    shell,
    ...options,
    env: toolEnvironment(options.env),
  });
  return result.status ?? 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(pnpm(process.argv.slice(2)));
