import { createHash } from 'node:crypto';
import type pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { Caller } from '../support/caller.ts';
import { openAsPortal } from '../support/database.ts';
import { deliver } from '../support/engagement.ts';
import { useHouse } from '../support/house.ts';
import { onboardCustomer, PASSWORD, setUp } from '../support/people.ts';

/**
 * The second wall, met with SQL: somebody has taken over the portal's process and holds its database password. What
 * they can see is decided by the live session secrets they have, and by nothing that they SET.
 */
const house = useHouse(async ({ server, owner }) => {
  const admin = await setUp(server);
  const a = await onboardCustomer(server, owner, {
    companyName: 'Aldervale Bank',
    email: 'mara.holt@aldervale.example',
    displayName: 'Mara Holt',
  });
  const b = await onboardCustomer(server, owner, {
    companyName: 'Birch Logistics',
    email: 'jon.berg@birch.example',
    displayName: 'Jon Berg',
  });
  // Registered by hand, for B: A signs in with the password alone further down.
  await owner.query(
    `insert into passkey (account_id, audience, credential_id, public_key, name)
     values ($1, 'CUSTOMER', sha256(uuid_send($1)), sha256(uuid_send($1)), 'Office key')`,
    [b.id],
  );
  await deliver(admin.caller, a.companyId, 'Counter and vault');
  await deliver(admin.caller, b.companyId, 'Truck and trailer');
  const portal = await openAsPortal(server.dataFolder);
  return { admin, a, b, portal };
});

afterAll(async () => {
  await Promise.resolve()
    .then(() => house().portal.end())
    .catch(() => undefined);
});

/** Read by every door before it says that it is ready; it names no person. */
const OPEN_TO_ALL = '_prisma_migrations';

interface Table {
  name: string;
  /** Those that the portal's role may select; empty where it may not read the table at all. */
  columns: string[];
}

async function tables(owner: pg.Pool): Promise<Table[]> {
  const { rows } = await owner.query<Table>(
    `select c.oid::regclass::text as name,
       coalesce(array_agg(quote_ident(a.attname)) filter (where
         has_column_privilege('sallyport_portal', c.oid, a.attnum, 'SELECT')), '{}')::text[] as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind in ('r', 'v', 'm', 'p', 'f')
       and c.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
       and c.relnamespace::regnamespace::text !~ '^pg_'
     group by c.oid`,
  );
  return rows.filter(({ name }) => name !== OPEN_TO_ALL);
}

/** Runs statements in one transaction that is always undone; returns the rows of the last. */
async function asPortal(statements: readonly [sql: string, values?: unknown[]][]): Promise<unknown[]> {
  const client = await house().portal.connect();
  try {
    await client.query('begin');
    let rows: unknown[] = [];
    for (const [sql, values] of statements) ({ rows } = await client.query(sql, values));
    return rows;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** Everything that the role can read after these statements, as text, table by table. */
async function everything(
  before: readonly [sql: string, values?: unknown[]][],
): Promise<Map<string, string[]>> {
  const seen = new Map<string, string[]>();
  for (const { name, columns } of await tables(house().owner)) {
    if (columns.length === 0) continue;
    const select = `select row_to_json(t)::text as line from (select ${columns.join(', ')} from ${name}) t`;
    const rows = await asPortal([...before, [select]]);
    seen.set(
      name,
      rows.map((row) => String(Reflect.get(Object(row), 'line'))),
    );
  }
  return seen;
}

const withSecret = (secret: string): [string, unknown[]] => [
  `select set_config('app.session', $1, true)`,
  [secret],
];

const secretOf = (caller: Caller) => caller.cookie?.split('=')[1] ?? '';

describe('as the portal’s database role', () => {
  test('there is something to see: every table that the role may read holds rows', async () => {
    const { owner } = house();
    const readable = (await tables(owner)).filter(({ columns }) => columns.length > 0);
    expect(readable.length).toBeGreaterThan(4);
    for (const { name } of readable) {
      const { rows } = await owner.query<{ count: number }>(`select count(*)::int as count from ${name}`);
      expect(rows[0]?.count, name).toBeGreaterThan(0);
    }
  });

  test('nothing at all without a secret', async () => {
    for (const [name, lines] of await everything([])) expect(lines, name).toEqual([]);
  });

  test('tables of staff alone are not even named to it', async () => {
    for (const name of [
      'audit_entry',
      'credential',
      'one_time_link',
      'sign_in_attempt',
      'throttle_counter',
    ]) {
      await expect(asPortal([[`select * from ${name}`]]), name).rejects.toThrow(/permission denied/);
    }
  });

  test('with A’s live secret, A’s own and nothing of B or of staff, whatever else is SET', async () => {
    const { a, b, admin } = house();
    const a1: [string, unknown[]] = withSecret(secretOf(a.caller));
    const attempts: Record<string, readonly [string, unknown[]?][]> = {
      'the secret alone': [a1],
      'B’s company as a setting': [
        a1,
        [`select set_config('app.company', $1, true), set_config('app.company_id', $1, true)`, [b.companyId]],
      ],
      'B’s account as a setting': [
        a1,
        [`select set_config('app.account', $1, true), set_config('app.user', $1, true)`, [b.id]],
      ],
      'another search path': [a1, ['set local search_path = pg_temp, pg_catalog, public']],
      'another user name as a setting': [a1, [`select set_config('app.role', 'sallyport_staff', true)`]],
    };
    for (const [attempt, statements] of Object.entries(attempts)) {
      const seen = await everything(statements);
      const text = [...seen.values()].flat().join('\n');
      expect(text, attempt).toContain(a.companyName);
      for (const word of [b.id, b.companyId, b.email, b.companyName, admin.id, admin.email, 'STAFF'])
        expect(text, `${attempt}: ${word}`).not.toContain(word);
      expect(seen.get('company')?.length, attempt).toBe(1);
      expect(seen.get('account')?.length, attempt).toBe(1);
    }
  });

  test('made-up, hashed, ended and staff’s secrets show nothing', async () => {
    const { server, a, admin } = house();
    const left = new Caller(server.portalUrl);
    await left.signIn(a.email, PASSWORD);
    const ended = secretOf(left);
    await left.done('mutate', 'auth.signOut');
    const hash = createHash('sha256').update(secretOf(a.caller)).digest('hex');
    const secrets = [
      '',
      'x',
      hash,
      `\\x${hash}`,
      a.id,
      ended,
      secretOf(admin.caller),
      `${secretOf(a.caller)} `,
    ];
    for (const secret of secrets) {
      for (const [name, lines] of await everything([withSecret(secret)])) expect(lines, name).toEqual([]);
    }
  });

  test('nothing stays behind in the connection for the next call', async () => {
    const { a } = house();
    await everything([withSecret(secretOf(a.caller))]);
    for (const [name, lines] of await everything([])) expect(lines, name).toEqual([]);
  });

  test.each([
    ['becoming the staff’s role', 'set role sallyport_staff'],
    ['becoming the definer', 'set role sallyport_definer'],
    ['becoming the owner', 'set role sallyport_owner'],
    ['pretending to be somebody else', 'set session authorization sallyport_owner'],
    ['making a table', 'create table public.mine (id int)'],
    ['making a function', `create function public.me() returns int language sql as 'select 1'`],
    [
      'making a function in the portal’s schema',
      `create function portal.me() returns int language sql as 'select 1'`,
    ],
    [
      'replacing the function that proves',
      `create or replace function portal.me_company() returns uuid language sql as 'select null::uuid'`,
    ],
    ['dropping a policy', 'drop policy portal_own_company on company'],
    ['switching row security off for the table', 'alter table company disable row level security'],
    ['reading the server’s files', `select pg_read_file('/etc/passwd')`],
    ['running a program', `copy (select 1) to program 'id'`],
    ['reading passwords of roles', 'select rolpassword from pg_authid'],
    ['reading as staff reads', `select app.read_session('x')`],
    ['running what is for the definer alone', `select core.read_session('STAFF', 'x')`],
    ['inviting itself', `insert into account (id, audience) values (gen_random_uuid(), 'CUSTOMER')`],
    ['making itself a session', `insert into session (id) values (gen_random_uuid())`],
    ['joining a group', `insert into membership (reason) values ('x')`],
    ['deleting its traces', 'delete from audit_entry'],
  ])('refuses %s', async (_, sql) => {
    const { a } = house();
    await expect(asPortal([withSecret(secretOf(a.caller)), [sql]])).rejects.toThrow(
      /permission denied|must be owner|must be able to SET ROLE|does not exist/,
    );
  });

  test('switched off for oneself, row security is an error and not a way through', async () => {
    const { a } = house();
    await expect(
      asPortal([
        withSecret(secretOf(a.caller)),
        ['set local row_security = off'],
        ['select id from company'],
      ]),
    ).rejects.toThrow(/row-level security/);
  });

  test('A cannot move to B, nor rename B', async () => {
    const { a, b, owner } = house();
    const secret = withSecret(secretOf(a.caller));
    await expect(asPortal([secret, ['update account set company_id = $1', [b.companyId]]])).rejects.toThrow(
      /permission denied/,
    );
    const changed = await asPortal([
      secret,
      ['update account set display_name = $1 where id = $2 returning id', ['Taken over', b.id]],
    ]);
    expect(changed).toEqual([]);
    const { rows } = await owner.query<{ name: string }>(
      'select display_name as name from account where id = $1',
      [b.id],
    );
    expect(rows[0]?.name).toBe('Jon Berg');
  });
});
