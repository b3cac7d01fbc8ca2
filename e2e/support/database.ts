import { hkdfSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** Where the running server's database listens, read from its data folder as its keeper would. */
async function address(dataFolder: string): Promise<{ host: string; port: number; database: string }> {
  const pid = await readFile(join(dataFolder, 'cluster/data/postmaster.pid'), 'utf8');
  return { host: '127.0.0.1', port: Number(pid.split('\n')[3]), database: 'sallyport' };
}

/** Connects as the owner of the tables, on whom no policy weighs: to make what has no screen yet, and to prove what exists. */
export async function openAsOwner(dataFolder: string): Promise<pg.Pool> {
  const password = await readFile(join(dataFolder, 'cluster/owner-password'), 'utf8');
  return pool({ ...(await address(dataFolder)), user: 'sallyport_owner', password });
}

/** Lets the database forget what it wrote when the machine stops: nobody wants to keep it, and waiting for disks is half of a run. */
export async function forgetDurability(dataFolder: string): Promise<void> {
  const password = await readFile(join(dataFolder, 'cluster/admin-password'), 'utf8');
  const admin = pool({ ...(await address(dataFolder)), user: 'sallyport_admin', password });
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    await admin.query(`alter system set ${setting} = off`);
  }
  await admin.query('select pg_reload_conf()');
  await admin.end();
}

/** Connects as the portal's role, as somebody would who had taken over the portal's process. */
export async function openAsPortal(dataFolder: string): Promise<pg.Pool> {
  const password = await portalPassword(dataFolder);
  return pool({ ...(await address(dataFolder)), user: 'sallyport_portal', password });
}

/** Derived here again from what apps/api/src/start/keys.ts says, not with its code: a changed derivation shows. */
async function portalPassword(dataFolder: string): Promise<string> {
  const master = Buffer.from((await readFile(join(dataFolder, 'keys/master.key'), 'utf8')).trim(), 'base64');
  const derive = (key: Buffer, purpose: string) =>
    Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `sallyport/${purpose}`, 32));
  return derive(derive(master, 'portal'), 'database-password').toString('base64url');
}

function pool(config: pg.PoolConfig): pg.Pool {
  const made = new pg.Pool({ ...config, max: 3 });
  // The server may stop first; a query that still runs says so itself.
  made.on('error', () => undefined);
  return made;
}
