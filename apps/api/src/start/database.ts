import { ensureRoles, migrate, roleUrl, seedInstallation } from '@sallyport/db';
import { startEmbedded } from '@sallyport/db/embedded';
import { type Configuration, ConfigurationError } from './env.ts';

/** Passwords of the application roles, derived from keys (start/keys.ts). */
export interface RolePasswords {
  staff: string;
  portal: string;
  jobs: string;
}

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
  return {
    ownerUrl: embedded.ownerUrl,
    description: `embedded PostgreSQL in ${embedded.dataDir}`,
    notes,
    stop: () => embedded.stop(),
  };
}

/** Brings schema, roles and starting data to this version. Safe to run again, and from several processes at once. */
export async function prepareDatabase(
  ownerUrl: string,
  passwords: RolePasswords,
  migrationsDir: string,
): Promise<void> {
  await ensureRoles(ownerUrl, passwords);
  await migrate(ownerUrl, { migrationsDir });
  await seedInstallation(ownerUrl);
}

/** The URL under which a door connects: the same server and database, its own role. */
export function doorUrl(url: string, role: 'sallyport_staff' | 'sallyport_portal', password: string): string {
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
