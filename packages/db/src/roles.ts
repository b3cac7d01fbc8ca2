import pg from 'pg';
import { withClient } from './owner-client.ts';
import { scramVerifier } from './scram.ts';

/** The login roles of the application, by process. They own nothing and bypass nothing. */
export const ROLE = {
  staff: 'sallyport_staff',
  portal: 'sallyport_portal',
  jobs: 'sallyport_jobs',
} as const;

/** Owns the SECURITY DEFINER functions and nothing else; nobody signs in as it. */
export const DEFINER_ROLE = 'sallyport_definer';

/** Passwords of the login roles: printable ASCII, derived by the server from its keys. */
export type RolePasswords = Readonly<Record<keyof typeof ROLE, string>>;

/** The user of the owner URL may not do what is needed; `remedy` is SQL for the database's administrator. */
export class RolePrivilegeError extends Error {
  override name = 'RolePrivilegeError';
  readonly remedy: string;

  constructor(user: string, remedy: string, cause: unknown) {
    super(
      `The database user "${user}" may not create or change Sallyport's roles. As the database's administrator run:\n${remedy}`,
      { cause },
    );
    this.remedy = remedy;
  }
}

const PLAIN = 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';
const LOCK_KEY = 5264890;

/**
 * Creates the application's roles if missing, sets their passwords, and lets them (and nobody else) connect to the
 * database of `ownerUrl`. Safe to call at every start and from several processes.
 *
 * Throws RolePrivilegeError when the owner may not; a wrong password for a role shows only when that role connects.
 */
export async function ensureRoles(ownerUrl: string, passwords: RolePasswords): Promise<void> {
  for (const password of Object.values(passwords)) {
    if (!/^[\x21-\x7e]{16,}$/.test(password)) {
      throw new TypeError('A role password has at least 16 printable ASCII characters.');
    }
  }
  await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ user: string; database: string; version: number }>(
      `SELECT current_user AS user, current_database() AS database, current_setting('server_version_num')::int AS version`,
    );
    const [session] = rows;
    if (!session) throw new Error('The database did not say who is connected.');
    await client.query('BEGIN');
    try {
      await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK_KEY]);
      await changeRoles(client, passwords);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      if (error instanceof pg.DatabaseError && error.code === '42501') {
        throw new RolePrivilegeError(session.user, remedyFor(session.user, session.version), error);
      }
      throw error;
    }
    const database = pg.escapeIdentifier(session.database);
    await client.query(
      `REVOKE ALL ON DATABASE ${database} FROM PUBLIC; GRANT CONNECT ON DATABASE ${database} TO ${Object.values(ROLE).join(', ')}`,
    );
  });
}

async function changeRoles(client: pg.Client, passwords: RolePasswords): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT rolname AS name FROM pg_roles WHERE rolname = ANY($1)',
    [[...Object.values(ROLE), DEFINER_ROLE]],
  );
  const existing = new Set(rows.map((row) => row.name));
  for (const key of ['staff', 'portal', 'jobs'] as const) {
    if (!existing.has(ROLE[key])) await client.query(`CREATE ROLE ${ROLE[key]} LOGIN NOINHERIT ${PLAIN}`);
  }
  await setRolePasswords(client, passwords);
  if (!existing.has(DEFINER_ROLE)) {
    await client.query(`CREATE ROLE ${DEFINER_ROLE} NOLOGIN NOINHERIT ${PLAIN}`);
  }
  // To hand functions to the definer role, the owner must be a member of it. It gains nothing: it owns the tables.
  const { rows: membership } = await client.query<{ isMember: boolean }>(
    `SELECT pg_has_role(current_user, '${DEFINER_ROLE}', 'USAGE') AS "isMember"`,
  );
  if (!membership[0]?.isMember) await client.query(`GRANT ${DEFINER_ROLE} TO CURRENT_USER`);
}

/** Gives the login roles their passwords, in the transaction of the connection. */
export async function setRolePasswords(client: pg.Client, passwords: RolePasswords): Promise<void> {
  for (const key of ['staff', 'portal', 'jobs'] as const) {
    await client.query(`ALTER ROLE ${ROLE[key]} PASSWORD ${pg.escapeLiteral(scramVerifier(passwords[key]))}`);
  }
}

function remedyFor(user: string, version: number): string {
  const name = pg.escapeIdentifier(user);
  const names = [...Object.values(ROLE), DEFINER_ROLE].join(', ');
  const lines = [`ALTER ROLE ${name} CREATEROLE;`];
  // Before version 16 CREATEROLE is enough for roles made by others; from 16 on it takes the ADMIN option.
  if (version >= 160000)
    lines.push(`-- and, where these exist already:`, `GRANT ${names} TO ${name} WITH ADMIN OPTION;`);
  return lines.join('\n');
}
