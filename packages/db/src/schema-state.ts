import type { Database } from './client.ts';
import { type MigrateOptions, readMigrations } from './migrate.ts';

/**
 * Whether the schema is exactly this version's, asked under a door's own role. False while another process still
 * migrates, and after a newer version has. Rejects when the database does not answer.
 */
export async function isSchemaCurrent(db: Database, options: MigrateOptions = {}): Promise<boolean> {
  const known = await readMigrations(options.migrationsDir);
  const { rows } = await db.pool.query<{ checksum: string }>(
    'SELECT checksum FROM public._prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name',
  );
  return (
    rows.length === known.length && known.every((migration, at) => migration.checksum === rows[at]?.checksum)
  );
}
