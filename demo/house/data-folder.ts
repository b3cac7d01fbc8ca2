import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** Where the server puts the database as root when PostgreSQL's account cannot walk to the data folder. */
const FALLBACK_ROOT = '/var/lib/sallyport';
/** As root the account that PostgreSQL runs under has to walk through; it neither lists nor reads. */
const WALK_ONLY = 0o711;

const isRoot = () => process.getuid?.() === 0;

/** A data folder in the system's temporary folder, marked as a demo's before anything else lies in it. */
export async function makeDataFolder(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'sallyport-demo-'));
  try {
    await writeFile(
      join(path, 'demo'),
      'The data of a demo. It is removed when the demo stops, and no other server starts on it.\n',
    );
    if (isRoot()) await chmod(path, WALK_ONLY);
  } catch (error) {
    await remove(path);
    throw error;
  }
  return { path, [Symbol.asyncDispose]: () => remove(path) };
}

async function remove(path: string): Promise<void> {
  for (const folder of [path, ...(await foldersElsewhere(path))])
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Parts of it that lie below the fallback; its name is random, so that nothing else begins with it. */
async function foldersElsewhere(path: string): Promise<string[]> {
  if (!isRoot()) return [];
  const names = await readdir(FALLBACK_ROOT).catch(() => []);
  return names
    .filter((name) => name.startsWith(`${basename(path)}-`))
    .map((name) => join(FALLBACK_ROOT, name));
}
