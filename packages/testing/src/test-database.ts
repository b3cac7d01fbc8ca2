import { randomBytes } from 'node:crypto';
import { createDatabase, type Database, databaseUrl, ROLE, roleUrl } from '@sallyport/db';
import pg from 'pg';
import { asAdmin, TEMPLATE_DATABASE, testServer } from './test-server.ts';

/** A database of one's own for one test file: a clone of the migrated and seeded template. */
export interface TestDatabase extends AsyncDisposable {
  name: string;
  ownerUrl: string;
  staffUrl: string;
  portalUrl: string;
  jobsUrl: string;
  /** Superuser of the server, on this database: only for tests that look at roles and catalogues. */
  adminUrl: string;
  /** The owner of the tables, on whom no policy weighs: for factories and for proving what exists. */
  owner: pg.Pool;
  /** As the doors connect. Connections are made on first use. */
  staff: Database;
  portal: Database;
  jobs: Database;
  /** Freezes `app.now()` for every connection; null lets time run again. */
  setNow(now: Date | null): Promise<void>;
  /** Texts of the statements sent by `staff`, `portal` and `jobs` so far, for pinning query counts. */
  statements: string[];
}

/** Clones the template (about 50 ms). `await using`, or dispose it in afterAll. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = testServer();
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE_DATABASE} OWNER sallyport_owner`);
  const ownerUrl = databaseUrl(server.ownerUrl, name);
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 4 });
  owner.on('error', () => undefined);
  // Rights on a database are not cloned with it.
  await owner.query(
    `REVOKE ALL ON DATABASE ${name} FROM PUBLIC; GRANT CONNECT ON DATABASE ${name} TO ${Object.values(ROLE).join(', ')}`,
  );
  const statements: string[] = [];
  const open = (url: string) => createDatabase({ url, onStatement: (sql) => statements.push(sql) });
  const urlFor = (door: keyof typeof ROLE) => roleUrl(ownerUrl, ROLE[door], server.passwords[door]);
  const [staff, portal, jobs] = [open(urlFor('staff')), open(urlFor('portal')), open(urlFor('jobs'))];
  return {
    name,
    ownerUrl,
    staffUrl: urlFor('staff'),
    portalUrl: urlFor('portal'),
    jobsUrl: urlFor('jobs'),
    adminUrl: databaseUrl(server.adminUrl, name),
    owner,
    staff,
    portal,
    jobs,
    statements,
    async setNow(now) {
      const body = now === null ? 'pg_catalog.now()' : `timestamptz '${now.toISOString()}'`;
      await owner.query(
        `CREATE OR REPLACE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT ${body} $$`,
      );
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([staff.close(), portal.close(), jobs.close(), owner.end()]);
      await asAdmin(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
