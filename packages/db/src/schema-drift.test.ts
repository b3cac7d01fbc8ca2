import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import { createTestDatabase, type TestDatabase } from '@sallyport/testing';
import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';

const SCHEMA_DIR = fileURLToPath(new URL('./schema', import.meta.url));
const WASM = fileURLToPath(
  import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm'),
);

/** Node has it; the types that we compile with come without the web's. */
declare const WebAssembly: {
  instantiate(
    code: Uint8Array,
    imports: object,
  ): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
};

// Once per process: a second instance would take the first one's place.
beforeAll(async () => {
  const { instance } = await WebAssembly.instantiate(await readFile(WASM), {
    './schema_engine_bg.js': engineModule,
  });
  engineModule.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
});

test('the migrations build exactly the tables, columns, keys and indexes that the Prisma schema says', async () => {
  await using db = await createTestDatabase();
  expect(await drift(db)).toBe('-- This is an empty migration.');
});

test('the comparison sees a missing column and an unknown index', async () => {
  await using db = await createTestDatabase();
  await db.owner.query(
    'ALTER TABLE company DROP COLUMN archived_at CASCADE; CREATE INDEX odd ON company (name)',
  );
  const script = await drift(db);
  expect(script).toContain('ADD COLUMN     "archived_at"');
  expect(script).toContain('DROP INDEX "odd"');
});

const CHAR = 18;
const TEXT = 25;

/** PostgreSQL's catalogue type "char" is unknown to adapter-pg and needed by the engine: it goes through as text, renamed after. */
class CatalogPool extends pg.Pool {
  charColumns: string[] = [];

  override query(...args: unknown[]): never {
    const result: Promise<pg.QueryResult> = Reflect.apply(super.query, this, args);
    return result.then((answer) => {
      const chars = answer.fields.filter((field) => field.dataTypeID === CHAR);
      for (const field of chars) field.dataTypeID = TEXT;
      this.charColumns = chars.map((field) => field.name);
      return answer;
    }) as never;
  }
}

function catalogAdapter(pool: CatalogPool): PrismaPg {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const answer = await queryRaw(query);
      const columnTypes = answer.columnTypes.map((type, at) =>
        pool.charColumns.includes(answer.columnNames[at] ?? '') ? ColumnTypeEnum.Character : type,
      );
      return { ...answer, columnTypes };
    };
    return adapter;
  };
  return factory;
}

/** The SQL that Prisma's own engine would write to get from the database to the schema. */
async function drift(db: TestDatabase): Promise<string> {
  const names = (await readdir(SCHEMA_DIR)).filter((name) => name.endsWith('.prisma'));
  const files = await Promise.all(
    names.map(async (path) => ({ path, content: await readFile(`${SCHEMA_DIR}/${path}`, 'utf8') })),
  );
  const pool = new CatalogPool({ connectionString: db.ownerUrl });
  const adapter = bindMigrationAwareSqlAdapterFactory(catalogAdapter(pool));
  const engine = await engineModule.SchemaEngine.new(
    { datamodels: files.map(({ path, content }) => [path, content]) },
    () => undefined,
    adapter,
  );
  try {
    const result = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: SCHEMA_DIR },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
    });
    return (result.stdout ?? '').trim();
  } finally {
    engine.free();
    await pool.end();
  }
}
