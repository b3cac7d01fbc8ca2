import pg from 'pg';
import { withClient } from '../owner-client.ts';
import { scramVerifier } from '../scram.ts';

/** Owns the database and everything in it. Not a superuser: CREATEROLE lets it make the application's roles. */
export const OWNER_USER = 'sallyport_owner';
export const DATABASE_NAME = 'sallyport';

/**
 * Makes the owner and its database if missing; safe after a crash half-way. CREATEROLE is the one thing that owning a
 * database does not give: src/roles.ts makes the application's roles with it.
 */
export async function ensureOwner(admin: pg.Client, adminUrl: string, password: string): Promise<void> {
  const { rows } = await admin.query<{ hasRole: boolean; hasDatabase: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS "hasRole",
       EXISTS (SELECT FROM pg_database WHERE datname = $2) AS "hasDatabase"`,
    [OWNER_USER, DATABASE_NAME],
  );
  if (!rows[0]?.hasRole) {
    await admin.query(
      `CREATE ROLE ${OWNER_USER} LOGIN CREATEROLE NOSUPERUSER NOCREATEDB NOBYPASSRLS PASSWORD ${pg.escapeLiteral(scramVerifier(password))}`,
    );
    await admin.query('REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC');
  }
  if (!rows[0]?.hasDatabase) await admin.query(`CREATE DATABASE ${DATABASE_NAME} OWNER ${OWNER_USER}`);
  else await refreshCollations(admin, adminUrl);
}

/** A newer ICU may sort differently; indexes on text are rebuilt before anybody trusts them. */
async function refreshCollations(admin: pg.Client, adminUrl: string): Promise<void> {
  const { rows } = await admin.query<{ name: string; url: string }>(
    `SELECT datname AS name FROM pg_database
     WHERE datallowconn AND datcollversion IS DISTINCT FROM pg_database_collation_actual_version(oid)`,
  );
  for (const { name } of rows) {
    const url = new URL(adminUrl);
    url.pathname = `/${name}`;
    await withClient(url.href, async (client) => {
      await client.query(`REINDEX DATABASE ${pg.escapeIdentifier(name)}`);
      await client.query(`ALTER DATABASE ${pg.escapeIdentifier(name)} REFRESH COLLATION VERSION`);
    });
  }
}
