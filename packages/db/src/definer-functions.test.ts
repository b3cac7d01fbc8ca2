import { createTestDatabase, type TestDatabase } from '@sallyport/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROLE } from './roles.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db[Symbol.asyncDispose]());

interface FoundFunction {
  name: string;
  isDefiner: boolean;
  owner: string;
  config: string[] | null;
  /** BEGIN ATOMIC: names were resolved at creation. */
  isBound: boolean;
  runnableBy: string[];
}

async function readFunctions(): Promise<FoundFunction[]> {
  const { rows } = await db.owner.query<FoundFunction>(
    `SELECT n.nspname || '.' || p.proname AS name, p.prosecdef AS "isDefiner", p.proowner::regrole::text AS owner,
       p.proconfig AS config, p.prosqlbody IS NOT NULL AS "isBound",
       array(SELECT r FROM unnest($1::text[]) AS r
         WHERE has_function_privilege(r, p.oid, 'EXECUTE') AND has_schema_privilege(r, n.oid, 'USAGE') ORDER BY 1) AS "runnableBy"
     FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
     WHERE n.nspname IN ('app', 'portal', 'core', 'public') ORDER BY 1`,
    [Object.values(ROLE)],
  );
  return rows;
}

test('every function has a fixed search_path, or names bound when it was made; the clock names its schema', async () => {
  const loose = (await readFunctions()).filter(
    (found) =>
      !found.config?.includes('search_path=pg_catalog, pg_temp') && (found.isDefiner || !found.isBound),
  );
  expect(loose.map((found) => found.name)).toEqual(['app.now']);
});

test('every SECURITY DEFINER function belongs to the role that owns nothing else', async () => {
  const definers = (await readFunctions()).filter((found) => found.isDefiner);
  expect(definers.length).toBeGreaterThan(20);
  expect(new Set(definers.map((found) => found.owner))).toEqual(new Set(['sallyport_definer']));
});

test('staff run app, the portal runs portal, the jobs next to nothing, and core is run by nobody directly', async () => {
  const unexpected = (await readFunctions()).filter(({ name, runnableBy }) => {
    const by = runnableBy.join(' ');
    if (name === 'app.now') return by !== 'sallyport_jobs sallyport_portal sallyport_staff';
    if (name === 'app.lock_admins') return by !== 'sallyport_jobs sallyport_staff';
    if (name.startsWith('app.')) return by !== 'sallyport_staff';
    if (name.startsWith('portal.')) return by !== 'sallyport_portal';
    return by !== '';
  });
  expect(unexpected).toEqual([]);
});

test('both doors have the same functions, apart from those that only one needs', async () => {
  const names = (await readFunctions()).map((found) => found.name.split('.'));
  const of = (schema: string) => names.filter(([found]) => found === schema).map(([, name]) => name);
  const onlyPortal = of('portal').filter((name) => !of('app').includes(name));
  expect(onlyPortal).toEqual([
    'append_audit',
    'clear_photo',
    'firm_name',
    'me_account',
    'me_company',
    'me_session',
    'project_leads',
    'set_photo',
  ]);
  expect(of('app').filter((name) => !of('portal').includes(name))).toEqual([
    'clear_sign_in_throttle',
    'count_token_failure',
    'enqueue',
    'enter_after_setup',
    'forget_sign_ins',
    'is_token_address_allowed',
    'lock_admins',
    'now',
  ]);
});
