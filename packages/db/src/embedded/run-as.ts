import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { EmbeddedStartError } from './errors.ts';

/** An unprivileged account under which PostgreSQL runs when we are root, which it refuses. */
export interface RunAs {
  name: string;
  uid: number;
  gid: number;
}

/** Null for an ordinary user, who runs PostgreSQL as themselves. Never creates an account. */
export async function findRunAs(): Promise<RunAs | null> {
  if (process.getuid?.() !== 0) return null;
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const account = accounts.find((fields) => fields[0] === name);
    const uid = Number(account?.[2]);
    const gid = Number(account?.[3]);
    if (Number.isInteger(uid) && uid > 0 && Number.isInteger(gid)) return { name, uid, gid };
  }
  throw new EmbeddedStartError(
    'PostgreSQL does not run as root, and neither "postgres" nor "nobody" exists here. Start Sallyport as an ordinary user, or set DATABASE_URL.',
  );
}

/** Whether the account can walk to `path` (or to what exists of it), by owner, group and other bits. */
export async function isReachable(path: string, runAs: RunAs): Promise<boolean> {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const stats = await stat(folder).catch(() => null);
    if (stats) {
      const bit = stats.uid === runAs.uid ? 0o100 : stats.gid === runAs.gid ? 0o010 : 0o001;
      if ((stats.mode & bit) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}
