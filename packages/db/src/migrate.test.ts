import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@sallyport/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MIGRATIONS_DIR, type MigrationError, type MigrationProblem, migrate } from './migrate.ts';

let db: TestDatabase;
let folder: string;

beforeEach(async () => {
  db = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'migrations-'));
  await cp(MIGRATIONS_DIR, folder, { recursive: true });
});
afterEach(async () => {
  await db[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

async function add(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), sql);
}

const run = () => migrate(db.ownerUrl, { migrationsDir: folder });

async function problem(): Promise<MigrationProblem | null> {
  return run().then(
    () => null,
    (error: MigrationError) => error.problem,
  );
}

const tables = async () =>
  (
    await db.owner.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relname LIKE 'extra%' ORDER BY 1`,
    )
  ).rows.map((row) => row.name);

test('applying again changes nothing', async () => {
  expect(await run()).toEqual([]);
  const { rows } = await db.owner.query('SELECT migration_name FROM _prisma_migrations ORDER BY 1');
  expect(rows.map((row) => row.migration_name)).toEqual((await readdir(MIGRATIONS_DIR)).toSorted());
});

test('several processes at once apply each file once', async () => {
  await add('9001_extra', 'CREATE TABLE extra_one (id int)');
  await add('9002_extra', 'CREATE TABLE extra_two (id int)');
  const results = await Promise.all(Array.from({ length: 6 }, run));
  expect(results.flat().toSorted()).toEqual(['9001_extra', '9002_extra']);
});

test('an edited migration is refused before anything is done', async () => {
  await add('9001_extra', 'CREATE TABLE extra_one (id int)');
  await writeFile(join(folder, '0002_people', 'migration.sql'), '-- edited');
  await expect(run()).rejects.toThrow(/"0002_people" was changed after it had been applied/);
  expect(await tables()).toEqual([]);
});

test('a database of a newer version is refused', async () => {
  await rm(join(folder, '0011_doors'), { recursive: true });
  expect(await problem()).toBe('NEWER_DATABASE');
});

test('a migration that was put before applied ones is refused', async () => {
  await add('0000_early', 'SELECT 1');
  expect(await problem()).toBe('OUT_OF_ORDER');
});

test('a failing file changes nothing, says which, and can be mended', async () => {
  await add('9001_extra', 'CREATE TABLE extra_one (id int)');
  await add('9002_extra', 'CREATE TABLE extra_two (id int); SELECT 1 / 0');
  await expect(run()).rejects.toThrow(/"9002_extra" failed and changed nothing: division by zero/);
  expect(await tables()).toEqual(['extra_one']);
  await add('9002_extra', 'CREATE TABLE extra_two (id int)');
  expect(await run()).toEqual(['9002_extra']);
});

test('a folder without migrations is an incomplete installation', async () => {
  await expect(migrate(db.ownerUrl, { migrationsDir: join(folder, 'nowhere') })).rejects.toThrow(
    /not complete/,
  );
});
