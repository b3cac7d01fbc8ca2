import { createTestDatabase, type TestDatabase } from '@sallyport/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TABLE_POLICIES, type TablePolicy } from './policies.ts';
import { DEFINER_ROLE, ROLE } from './roles.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db[Symbol.asyncDispose]());

interface Found {
  table: string;
  role: string;
  isProtected: boolean;
  privileges: string[];
  policies: { command: string; using: string | null; check: string | null }[];
}

/** What each role really has on each table: privileges on any column, and the policies that name it. */
async function readCatalogue(from: TestDatabase): Promise<Found[]> {
  const { rows } = await from.owner.query<Found>(
    `SELECT c.relname AS "table", r.rolname AS "role", c.relrowsecurity AS "isProtected",
       array(SELECT p FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS p
         WHERE has_table_privilege(r.oid, c.oid, p)
           OR (p IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') AND has_any_column_privilege(r.oid, c.oid, p))) AS privileges,
       (SELECT coalesce(json_agg(json_build_object('command', p.cmd, 'using', p.qual, 'check', p.with_check) ORDER BY p.cmd), '[]')
         FROM pg_policies AS p
         WHERE p.schemaname = 'public' AND p.tablename = c.relname AND (r.rolname = ANY (p.roles) OR 'public' = ANY (p.roles))) AS policies
     FROM pg_class AS c CROSS JOIN pg_roles AS r
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND r.rolname = ANY ($1)
     ORDER BY 1, 2`,
    [[...Object.values(ROLE), DEFINER_ROLE]],
  );
  return rows;
}

/** What a found role amounts to, in the manifest's words; anything unforeseen is spelled out. */
function describe({ isProtected, privileges, policies }: Found): string {
  if (!isProtected) return 'row-level security is off';
  const can = privileges.join(' ');
  const rules = policies.map((policy) => `${policy.command} ${policy.using ?? policy.check}`).join(', ');
  if (can === '' && rules === '') return 'none';
  if (can === 'SELECT INSERT UPDATE DELETE' && rules === 'ALL true') return 'all';
  if (can === 'SELECT INSERT' && rules === 'INSERT true, SELECT true') return 'append';
  if (can === 'SELECT' && rules === 'SELECT true') return 'read';
  if (can === 'SELECT DELETE' && rules === 'ALL true' && policies[0]?.check === 'false') return 'purge';
  const isOwn = policies.every(
    (policy) =>
      policy.using?.includes('portal.me_account()') ||
      policy.using?.includes('portal.me_company()') ||
      /SELECT [mg]\./.test(policy.using ?? ''),
  );
  const commands = policies.map((policy) => policy.command).join(' ');
  if (isOwn && privileges.toSorted().join(' ') === commands) return `own ${commands}`;
  return `${can} under ${rules}`;
}

async function deviations(from: TestDatabase): Promise<string[]> {
  const found = await readCatalogue(from);
  const problems: string[] = [];
  const tables = new Set(found.map((row) => row.table));
  for (const table of Object.keys(TABLE_POLICIES))
    if (!tables.has(table)) problems.push(`${table}: listed, does not exist`);
  for (const row of found) {
    const stated = TABLE_POLICIES[row.table];
    if (!stated) {
      problems.push(`${row.table}: no stated policy`);
      continue;
    }
    const [expected, actual] =
      row.role === DEFINER_ROLE ? definer(stated, row) : [door(stated, row.role), describe(row)];
    if (expected !== actual) problems.push(`${row.table}, ${row.role}: stated ${expected}, found ${actual}`);
  }
  return [...new Set(problems)];
}

function door(stated: TablePolicy, role: string): string {
  const key = role === ROLE.staff ? 'staff' : role === ROLE.portal ? 'portal' : 'jobs';
  if (stated[key] !== 'own') return stated[key];
  return stated.portalUpdates ? 'own SELECT UPDATE' : 'own SELECT';
}

function definer(stated: TablePolicy, row: Found): [string, string] {
  return [stated.definer.join(' '), row.privileges.join(' ')];
}

test('every table has exactly the stated policy for every role', async () => {
  expect(await deviations(db)).toEqual([]);
});

test('a table without a stated policy is found, and so are rights and rules that nobody stated', async () => {
  await using other = await createTestDatabase();
  await other.owner.query(`CREATE TABLE leak (id int);
    GRANT UPDATE ON company TO sallyport_portal;
    ALTER TABLE membership DISABLE ROW LEVEL SECURITY;
    CREATE POLICY too_much ON session FOR SELECT TO sallyport_portal USING (true);
    GRANT DELETE ON audit_entry TO sallyport_staff`);
  const problems = await deviations(other);
  expect(problems).toContain('leak: no stated policy');
  expect(problems.map((problem) => problem.split(':')[0])).toEqual(
    expect.arrayContaining([
      'company, sallyport_portal',
      'membership, sallyport_portal',
      'session, sallyport_portal',
      'audit_entry, sallyport_staff',
    ]),
  );
});

test('the portal may change exactly the stated columns of its own row', async () => {
  const { rows } = await db.owner.query<{ table: string; column: string }>(
    `SELECT table_name AS "table", column_name AS "column" FROM information_schema.column_privileges
     WHERE grantee = 'sallyport_portal' AND privilege_type = 'UPDATE' ORDER BY 1, 2`,
  );
  const stated = Object.entries(TABLE_POLICIES).flatMap(([table, policy]) =>
    (policy.portalUpdates ?? []).map((column) => ({ table, column })),
  );
  expect(rows).toEqual(stated);
});

test('S3 no door can read a verifier, and the portal no hash of a secret', async () => {
  const unreadable = Object.entries(TABLE_POLICIES).flatMap(([table, policy]) =>
    (policy.unreadable ?? []).map((column) => [table, column] as const),
  );
  expect(unreadable).toContainEqual(['credential', 'verifier']);
  for (const [table, column] of unreadable) {
    for (const role of Object.values(ROLE)) {
      const { rows } = await db.owner.query('SELECT has_column_privilege($1, $2, $3, $4) AS can', [
        role,
        table,
        column,
        'SELECT',
      ]);
      expect([role, table, column, rows[0].can]).toEqual([role, table, column, false]);
    }
  }
  const { rows } = await db.owner.query(
    `SELECT has_column_privilege('sallyport_portal', 'session', 'secret_hash', 'SELECT') AS can`,
  );
  expect(rows[0].can).toBe(false);
});
