import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureRoles, installJobs, migrate, roleUrl, seedInstallation } from '@sallyport/db';
import { DataFolderInUse, startEmbedded } from '@sallyport/db/embedded';
import { type Configuration, ConfigurationError } from './env.ts';

/** Passwords of the application roles, derived from keys (start/keys.ts). */
export interface RolePasswords {
  staff: string;
  portal: string;
  jobs: string;
}

export type DatabaseRole = 'sallyport_staff' | 'sallyport_portal' | 'sallyport_jobs';

export interface OpenedDatabase {
  /** Connection as the owner, for migrations and set-up alone. */
  ownerUrl: string;
  /** In words, for the summary. */
  description: string;
  /** What is worth knowing about how it runs. */
  notes: readonly string[];
  stop(): Promise<void>;
}

/** Opens the database that this process keeps: the embedded one, or the one DATABASE_URL names. */
export async function openDatabase(configuration: Configuration): Promise<OpenedDatabase> {
  if (configuration.databaseUrl !== null) {
    return {
      ownerUrl: configuration.databaseUrl,
      description: describe(configuration.databaseUrl),
      notes: [],
      stop: async () => {},
    };
  }
  const notes: string[] = [];
  const embedded = await startEmbedded({ dataDir: configuration.dataDir, log: (note) => notes.push(note) });
  writeAddress(configuration.dataDir, embedded.ownerUrl);
  return {
    ownerUrl: embedded.ownerUrl,
    description: `embedded PostgreSQL in ${embedded.dataDir}`,
    notes,
    stop: () => embedded.stop(),
  };
}

/** Where the running embedded database listens, for the command line beside it; no secret in it. */
const ADDRESS_FILE = 'database-address';

function writeAddress(dataDir: string, url: string): void {
  const { hostname, port, pathname } = new URL(url);
  writeFileSync(join(dataDir, ADDRESS_FILE), `postgresql://${hostname}:${port}${pathname}\n`, {
    mode: 0o600,
  });
}

/**
 * The database for the command line: the one that a running server keeps, or the embedded one started for the while.
 * @throws ConfigurationError when there is none yet
 */
export async function reachDatabase(configuration: Configuration): Promise<{
  urlFor(role: DatabaseRole, password: string): string;
  stop(): Promise<void>;
}> {
  const at = (url: string, stop: () => Promise<void>) => ({
    urlFor: (role: DatabaseRole, password: string) => doorUrl(url, role, password),
    stop,
  });
  const file = join(configuration.dataDir, ADDRESS_FILE);
  if (configuration.databaseUrl === null && !existsSync(file)) {
    throw new ConfigurationError([
      `Nothing was started with the data folder ${configuration.dataDir} yet. Run npm start first, or set DATABASE_URL or SALLYPORT_DATA_DIR as the server has them.`,
    ]);
  }
  try {
    const { ownerUrl, stop } = await openDatabase(configuration);
    return at(ownerUrl, stop);
  } catch (error) {
    if (!(error instanceof DataFolderInUse)) throw error;
    return at(readFileSync(file, 'utf8').trim(), async () => {});
  }
}

/** Brings schema, roles and starting data to this version. Safe to run again, and from several processes at once. */
export async function prepareDatabase(
  ownerUrl: string,
  passwords: RolePasswords,
  migrationsDir: string,
): Promise<void> {
  await ensureRoles(ownerUrl, passwords);
  await migrate(ownerUrl, { migrationsDir });
  await installJobs(ownerUrl);
  await seedInstallation(ownerUrl);
}

/** The URL under which a door or the worker connects: the same server and database, its own role. */
export function doorUrl(url: string, role: DatabaseRole, password: string): string {
  if (!URL.canParse(url))
    throw new ConfigurationError([
      'DATABASE_URL cannot be read. It looks like postgresql://user:password@host:5432/database',
    ]);
  return roleUrl(url, role, password);
}

function describe(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return parsed ? `PostgreSQL at ${parsed.host}${parsed.pathname}` : 'PostgreSQL';
}
