import { createTestDatabase, type TestDatabase, testServer } from '@sallyport/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from './owner-client.ts';
import { DEFINER_ROLE, ensureRoles, ROLE, RolePrivilegeError } from './roles.ts';
import { roleUrl } from './urls.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db[Symbol.asyncDispose]());

const ALL_ROLES = [...Object.values(ROLE), DEFINER_ROLE, 'sallyport_owner'];

describe('roles are no more than they should be', () => {
  test('none is superuser, bypasses policies, makes databases or replicates; only the owner makes roles', async () => {
    const { rows } = await db.owner.query(
      `SELECT rolname, rolsuper, rolbypassrls, rolcreatedb, rolreplication, rolcreaterole, rolcanlogin
       FROM pg_roles WHERE rolname = ANY ($1) ORDER BY rolname`,
      [ALL_ROLES],
    );
    const plain = { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolreplication: false };
    expect(rows).toEqual([
      { rolname: 'sallyport_definer', ...plain, rolcreaterole: false, rolcanlogin: false },
      { rolname: 'sallyport_jobs', ...plain, rolcreaterole: false, rolcanlogin: true },
      { rolname: 'sallyport_owner', ...plain, rolcreaterole: true, rolcanlogin: true },
      { rolname: 'sallyport_portal', ...plain, rolcreaterole: false, rolcanlogin: true },
      { rolname: 'sallyport_staff', ...plain, rolcreaterole: false, rolcanlogin: true },
    ]);
  });

  test('the login roles are members of nothing, so SET ROLE leads nowhere', async () => {
    const { rows } = await db.owner.query(
      `SELECT m.roleid::regrole::text FROM pg_auth_members AS m WHERE m.member::regrole::text = ANY ($1)`,
      [[...Object.values(ROLE), DEFINER_ROLE]],
    );
    expect(rows).toEqual([]);
  });

  test('the login roles own nothing, and the definer role owns functions only', async () => {
    const { rows } = await db.owner.query(
      `SELECT s.refobjid::regrole::text AS role, s.classid::regclass::text AS kind, count(*)::int
       FROM pg_shdepend AS s WHERE s.deptype = 'o' AND s.refobjid::regrole::text = ANY ($1)
         AND s.dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
       GROUP BY 1, 2`,
      [[...Object.values(ROLE), DEFINER_ROLE]],
    );
    expect(rows).toEqual([{ role: DEFINER_ROLE, kind: 'pg_proc', count: expect.any(Number) }]);
  });

  test('nothing is left to PUBLIC: no table, no function, no schema of ours, not even a temporary table', async () => {
    const { rows } = await db.owner.query(
      `SELECT 'table ' || c.relname AS granted FROM pg_class AS c, aclexplode(c.relacl) AS a
         WHERE c.relnamespace = 'public'::regnamespace AND a.grantee = 0
       UNION ALL SELECT 'function ' || p.proname FROM pg_proc AS p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS a
         WHERE p.pronamespace::regnamespace::text IN ('app', 'portal', 'core', 'public') AND a.grantee = 0
       UNION ALL SELECT 'schema ' || n.nspname FROM pg_namespace AS n, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) AS a
         WHERE n.nspname IN ('app', 'portal', 'core', 'public') AND a.grantee = 0
       UNION ALL SELECT 'database ' || a.privilege_type FROM pg_database AS d, aclexplode(d.datacl) AS a
         WHERE d.datname = current_database() AND a.grantee = 0`,
    );
    expect(rows).toEqual([]);
    const { rows: creators } = await db.owner.query(
      `SELECT r.rolname, n.nspname FROM pg_roles AS r, pg_namespace AS n
       WHERE r.rolname = ANY ($1) AND n.nspname IN ('app', 'portal', 'core', 'public') AND has_schema_privilege(r.oid, n.oid, 'CREATE')
       UNION ALL SELECT r.rolname, 'database' FROM pg_roles AS r
       WHERE r.rolname = ANY ($1) AND (has_database_privilege(r.oid, current_database(), 'TEMP') OR has_database_privilege(r.oid, current_database(), 'CREATE'))`,
      [[...Object.values(ROLE), DEFINER_ROLE]],
    );
    expect(creators).toEqual([]);
  });
});

describe('ensureRoles', () => {
  test('may run again and again, sets the passwords each time, and leaves no password in clear', async () => {
    const { passwords } = testServer();
    await ensureRoles(db.ownerUrl, passwords);
    await ensureRoles(db.ownerUrl, passwords);
    expect(
      await withClient(
        db.portalUrl,
        async (client) => (await client.query('SELECT current_user AS me')).rows,
      ),
    ).toEqual([{ me: 'sallyport_portal' }]);
    const { rows } = await adminQuery(
      `SELECT rolpassword FROM pg_authid WHERE rolname LIKE 'sallyport_%' AND rolcanlogin`,
    );
    for (const { rolpassword } of rows) expect(rolpassword).toMatch(/^SCRAM-SHA-256\$4096:/);
  });

  test('refuses a wrong password at the door', async () => {
    const url = roleUrl(db.ownerUrl, ROLE.staff, 'not-the-password-at-all');
    await expect(withClient(url, () => Promise.resolve())).rejects.toMatchObject({ code: '28P01' });
  });

  test('refuses passwords that are short or not plain ASCII', async () => {
    for (const staff of ['short', 'pässwort-mit-umlaut', "quote'quote'quote quote"]) {
      await expect(ensureRoles(db.ownerUrl, { ...testServer().passwords, staff })).rejects.toThrow(TypeError);
    }
  });

  test('says which SQL helps when the user of DATABASE_URL may not create roles', async () => {
    const name = `limited_${db.name}`;
    await adminQuery(
      `CREATE ROLE ${name} LOGIN PASSWORD 'limited-limited-limited'; GRANT CONNECT ON DATABASE ${db.name} TO ${name}`,
    );
    try {
      const attempt = ensureRoles(
        roleUrl(db.ownerUrl, name, 'limited-limited-limited'),
        testServer().passwords,
      );
      const error: unknown = await attempt.catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(RolePrivilegeError);
      expect(error).toMatchObject({ remedy: expect.stringContaining(`ALTER ROLE "${name}" CREATEROLE;`) });
    } finally {
      await adminQuery(`DROP OWNED BY ${name}; DROP ROLE ${name}`);
    }
  });
});

async function adminQuery(sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: db.adminUrl });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}
