import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { EmbeddedStartError } from './errors.ts';
import { makePrivate, type Placement } from './placement.ts';
import type { RunAs } from './run-as.ts';

/** Superuser of the embedded cluster; used by the keeper alone, to make the owner and its database. */
export const ADMIN_USER = 'sallyport_admin';

export interface ClusterSecrets {
  admin: string;
  owner: string;
}

const ADMIN_FILE = 'admin-password';
const OWNER_FILE = 'owner-password';

/** Makes the cluster if there is none: beside its place, then moved there in one step. Returns its passwords. */
export async function ensureCluster(
  binaries: Binaries,
  placement: Placement,
  runAs: RunAs | null,
  isForTests: boolean,
): Promise<ClusterSecrets> {
  const existing = await readSecrets(placement);
  if (existing) {
    await checkVersion(binaries, placement);
    return existing;
  }
  const fresh = await mkdtemp(join(placement.dataDir, 'new-'));
  try {
    await makePrivate(fresh, runAs);
    for (const file of [ADMIN_FILE, OWNER_FILE]) {
      const path = join(fresh, file);
      await writeFile(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
      if (runAs) await chown(path, runAs.uid, runAs.gid);
    }
    await initdb(binaries, fresh, runAs, isForTests);
    // Fails when somebody else was faster; then theirs is used.
    await rename(fresh, placement.clusterDir).catch(() => undefined);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  const secrets = await readSecrets(placement);
  if (!secrets)
    throw new EmbeddedStartError(`The database in ${placement.clusterDir} has no password files.`);
  return secrets;
}

/** Environment for PostgreSQL's programs: ours without what would redirect them. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(inherited), LC_ALL: 'C' };
}

async function readSecrets(placement: Placement): Promise<ClusterSecrets | null> {
  try {
    const [admin, owner] = await Promise.all(
      [ADMIN_FILE, OWNER_FILE].map((file) => readFile(join(placement.clusterDir, file), 'utf8')),
    );
    return admin && owner ? { admin, owner } : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function checkVersion(binaries: Binaries, placement: Placement): Promise<void> {
  const found = (await readFile(join(placement.pgData, 'PG_VERSION'), 'utf8')).trim();
  const [major] = binaries.version.split('.');
  if (found === major) return;
  throw new EmbeddedStartError(
    `The database in ${placement.dataDir} was made by PostgreSQL ${found}; this version brings ${major}. Start the version that made it, take a backup, and restore that here.`,
  );
}

/**
 * ICU gives people the order that they expect on every platform. A build without it gets code point order.
 */
async function initdb(
  binaries: Binaries,
  clusterDir: string,
  runAs: RunAs | null,
  isForTests: boolean,
): Promise<void> {
  const data = join(clusterDir, 'data');
  const common = [
    ...['-D', data, '-U', ADMIN_USER, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C'],
    `--pwfile=${join(clusterDir, ADMIN_FILE)}`,
    ...(isForTests ? ['--no-sync'] : []),
  ];
  const first = await run(binaries, runAs, [...common, '--locale-provider=icu', '--icu-locale=und']);
  if (first.code === 0) return;
  await rm(data, { recursive: true, force: true });
  const second = /icu/i.test(first.output)
    ? await run(binaries, runAs, [...common, '--locale-provider=builtin', '--builtin-locale=C.UTF-8'])
    : first;
  if (second.code !== 0) throw new EmbeddedStartError(`PostgreSQL's initdb failed:\n${second.output.trim()}`);
}

function run(
  binaries: Binaries,
  runAs: RunAs | null,
  args: string[],
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(binaries.nativeDir, 'bin', 'initdb'), args, {
      cwd: binaries.nativeDir,
      env: serverEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...(runAs ? { uid: runAs.uid, gid: runAs.gid } : {}),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output = (output + text).slice(-4_000);
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
