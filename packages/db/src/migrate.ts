import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { withClient } from './owner-client.ts';

/** Where the SQL lies beside the sources. A bundle has it elsewhere and says so with `migrationsDir`. */
export const MIGRATIONS_DIR = fileURLToPath(new URL('../migrations', import.meta.url));

export type MigrationProblem = 'EDITED' | 'NEWER_DATABASE' | 'OUT_OF_ORDER' | 'FAILED' | 'MISSING';

/** The database and these files do not fit; the message says which migration and what to do. */
export class MigrationError extends Error {
  override name = 'MigrationError';
  readonly problem: MigrationProblem;

  constructor(problem: MigrationProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}

export interface MigrateOptions {
  /** Folder of `NNNN_name/migration.sql`; default beside this package's sources. */
  migrationsDir?: string;
}

export interface Migration {
  name: string;
  sql: string;
  /** SHA-256 in hex, as Prisma writes it. */
  checksum: string;
}

interface AppliedMigration {
  name: string;
  checksum: string;
}

const LOCK_KEY = 5264889;
const TABLE = `CREATE TABLE IF NOT EXISTS public._prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
  migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

/**
 * Applies what is missing, in order, under an advisory lock, each file in a transaction of its own together with its
 * row in `_prisma_migrations`. Returns the names applied now. The roles must exist (`ensureRoles`).
 *
 * Throws MigrationError, having changed nothing, when an applied file was edited or the database knows more than we do.
 */
export function migrate(ownerUrl: string, options: MigrateOptions = {}): Promise<string[]> {
  return withClient(ownerUrl, async (client) => {
    const known = await readMigrations(options.migrationsDir);
    await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]);
    await client.query("SET client_min_messages = warning; SET lock_timeout = '60s'");
    await client.query(TABLE);
    const pending = pendingMigrations(known, await appliedMigrations(client));
    for (const migration of pending) await applyMigration(client, migration);
    return pending.map((migration) => migration.name);
  });
}

/** All migrations of a folder in the order of their names. Throws MigrationError when there are none. */
export async function readMigrations(directory: string = MIGRATIONS_DIR): Promise<Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  if (names.length === 0) {
    throw new MigrationError('MISSING', `No migrations in ${directory}: the installation is not complete.`);
  }
  return Promise.all(
    names.toSorted().map(async (name) => {
      const sql = await readFile(join(directory, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function appliedMigrations(client: pg.Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    `SELECT migration_name AS name, checksum FROM public._prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows;
}

/** What is still to do, in order. Throws MigrationError when the two lists contradict each other. */
function pendingMigrations(known: readonly Migration[], applied: readonly AppliedMigration[]): Migration[] {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  for (const { name, checksum } of applied) {
    const migration = byName.get(name);
    if (!migration) {
      throw new MigrationError(
        'NEWER_DATABASE',
        `The database has the migration "${name}", which this version of Sallyport does not know. Start the version that wrote it, or a newer one.`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new MigrationError(
        'EDITED',
        `The migration "${name}" was changed after it had been applied. Restore the file; a change belongs into a new migration.`,
      );
    }
  }
  const done = new Set(applied.map((migration) => migration.name));
  const pending = known.filter((migration) => !done.has(migration.name));
  const last = applied.at(-1)?.name ?? '';
  const late = pending.find((migration) => migration.name < last);
  if (late) {
    throw new MigrationError(
      'OUT_OF_ORDER',
      `The migration "${late.name}" comes before "${last}", which is applied already. Give it a higher number.`,
    );
  }
  return pending;
}

async function applyMigration(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    // One simple query for the whole file: PostgreSQL splits it itself, function bodies included.
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO public._prisma_migrations
       (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(
      'FAILED',
      `The migration "${migration.name}" failed and changed nothing: ${reason}`,
      {
        cause: error,
      },
    );
  }
}
