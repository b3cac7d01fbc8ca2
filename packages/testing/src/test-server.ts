import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  databaseUrl,
  ensureRoles,
  installJobs,
  migrate,
  type RolePasswords,
  seedInstallation,
} from '@sallyport/db';
import { startEmbedded } from '@sallyport/db/embedded';
import pg from 'pg';

/** What a test process must know of the one server of a run; handed on in the environment. */
export interface TestServer {
  adminUrl: string;
  ownerUrl: string;
  passwords: RolePasswords;
}

const VARIABLE = 'SALLYPORT_TEST_SERVER';
const FOLDER = 'sallyport-test-';

/** Cloned for every test file: migrated and seeded, nobody in it. */
export const TEMPLATE_DATABASE = 'sallyport_template';

/** The server that the global set-up started. Throws where there is none. */
export function testServer(): TestServer {
  const text = process.env[VARIABLE];
  if (text === undefined) {
    throw new Error(
      'No test database server: add @sallyport/testing/global-setup to vitest, or call startTestServer().',
    );
  }
  return JSON.parse(text);
}

/**
 * Starts one real PostgreSQL in the system's temporary folder, without durability, migrates and seeds a template, and
 * tells child processes by the environment. Called again in the same run it does nothing. Returns how to stop it.
 */
export async function startTestServer(): Promise<() => Promise<void>> {
  if (process.env[VARIABLE] !== undefined) return () => Promise.resolve();
  await removeLeftovers();
  const folder = await mkdtemp(join(tmpdir(), `${FOLDER}${process.pid}-`));
  const embedded = await startEmbedded({ dataDir: join(folder, 'db'), isForTests: true });
  const stop = async () => {
    delete process.env[VARIABLE];
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
    if (!embedded.dataDir.startsWith(folder)) await rm(embedded.dataDir, { recursive: true, force: true });
  };
  try {
    const server = {
      adminUrl: embedded.adminUrl,
      ownerUrl: databaseUrl(embedded.ownerUrl, TEMPLATE_DATABASE),
      passwords: { staff: newPassword(), portal: newPassword(), jobs: newPassword() },
    };
    await makeTemplate(server);
    process.env[VARIABLE] = JSON.stringify(server);
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Runs one statement as the superuser on the maintenance database. */
export async function asAdmin(server: TestServer, sql: string): Promise<void> {
  const admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  try {
    await admin.query(sql);
  } finally {
    await admin.end();
  }
}

async function makeTemplate(server: TestServer): Promise<void> {
  await asAdmin(server, `CREATE DATABASE ${TEMPLATE_DATABASE} OWNER sallyport_owner`);
  await ensureRoles(server.ownerUrl, server.passwords);
  await migrate(server.ownerUrl);
  await installJobs(server.ownerUrl);
  await seedInstallation(server.ownerUrl);
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

/** Servers and folders of runs that were killed: their folder's name holds the process that made it. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const maker = Number(name.startsWith(FOLDER) ? name.slice(FOLDER.length).split('-')[0] : NaN);
    if (!Number.isInteger(maker) || isAlive(maker)) continue;
    const folder = join(tmpdir(), name);
    const pidFile = await readFile(join(folder, 'db/cluster/data/postmaster.pid'), 'utf8').catch(() => '');
    const [pid, data] = pidFile.split('\n');
    // Immediate shutdown; the second line proves that the file is this folder's own.
    if (data?.startsWith(folder) && isAlive(Number(pid))) process.kill(Number(pid), 'SIGQUIT');
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid > 0;
  } catch {
    return false;
  }
}
