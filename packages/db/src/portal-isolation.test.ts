import { createHash, randomBytes } from 'node:crypto';
import {
  completeSetup,
  createTestDatabase,
  makeClient,
  makeCustomer,
  makeInvitation,
  makeSession,
  makeStaff,
  makeToken,
  type TestAccount,
  type TestDatabase,
  type TestSession,
} from '@sallyport/testing';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginSignIn } from './functions/sign-in.ts';
import { TABLE_POLICIES } from './policies.ts';
import { makeEngagement, makeLogo } from './test-support/engagement.ts';
import { makeIdentityRows } from './test-support/identity.ts';
import { inTransaction } from './transaction.ts';

let db: TestDatabase;
let ours: { account: TestAccount; session: TestSession };
let theirs: { account: TestAccount; session: TestSession };
let staffSession: TestSession;
let endedSession: TestSession;

beforeAll(async () => {
  db = await createTestDatabase();
  ours = await customer('Alder');
  theirs = await customer('Birch');
  for (const { account } of [ours, theirs]) {
    await makeEngagement(db, { id: account.companyId });
    await makeLogo(db, { id: account.companyId });
    await makeIdentityRows(db, account);
  }
  const admin = await completeSetup(db);
  const token = await makeToken(db, admin);
  await db.owner.query('INSERT INTO token_reminder (token_id, days_before) VALUES ($1, 7)', [token.id]);
  staffSession = await makeSession(db, admin);
  endedSession = await makeSession(db, ours.account);
  await db.owner.query(`UPDATE session SET ended_at = app.now(), end_reason = 'SIGNED_OUT' WHERE id = $1`, [
    endedSession.id,
  ]);
  const invited = await makeStaff(db, { status: 'INVITED' });
  await makeInvitation(db, invited);
  await db.owner.query(
    `INSERT INTO identity (id, account_id, provider, subject) VALUES (gen_random_uuid(), $1, 'test', 'x')`,
    [admin.id],
  );
  await db.owner.query(
    `INSERT INTO audit_entry (door, action, outcome, request_id) VALUES ('CLI', 'setup.completed', 'ALLOWED', 'x')`,
  );
  await db.owner.query(
    `INSERT INTO mail_setting (host, port, security, authentication, from_address)
     VALUES ('mail.example', 25, 'NONE', 'NONE', 'firm@example.test')`,
  );
  await db.owner.query(`
    INSERT INTO audit_key (sealed) VALUES ('\\x00');
    INSERT INTO audit_seal (position, seq, tag) SELECT 1, max(seq), sha256('x') FROM audit_entry;
    INSERT INTO audit_checkpoint (position, tag, signature) VALUES (1, sha256('x'), sha256('x') || sha256('y'))`);
  await inTransaction(db.portal, { session: null, requestId: 'x' }, (tx) =>
    beginSignIn(tx, 'CUSTOMER', { identifier: 'nobody@example.test', address: '198.51.100.1' }),
  );
});
afterAll(() => db[Symbol.asyncDispose]());

async function customer(name: string) {
  const company = await makeClient(db, { name });
  const account = await makeCustomer(db, { company, groups: ['customer-administrator'] });
  return { account, session: await makeSession(db, account) };
}

/** Runs `fn` on one portal connection in a transaction with this secret, and rolls back. */
async function asPortal<Result>(
  secret: string | null,
  fn: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await db.portal.pool.connect();
  try {
    await client.query('BEGIN');
    if (secret !== null) await client.query(`SELECT set_config('app.session', $1, true)`, [secret]);
    return await fn(client);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

/** Rows that the portal gets from a table; 0 also where it has no right to ask. */
async function countRows(client: pg.PoolClient, table: string): Promise<number> {
  await client.query('SAVEPOINT ask');
  try {
    const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
    return rows[0]?.count ?? -1;
  } catch (error) {
    await client.query('ROLLBACK TO ask');
    expect(error).toMatchObject({ code: '42501' });
    return 0;
  }
}

const TABLES = Object.keys(TABLE_POLICIES).filter((table) => table !== '_prisma_migrations');

test('every table holds something that could leak', async () => {
  for (const table of TABLES) {
    const { rows } = await db.owner.query(`SELECT count(*)::int AS count FROM ${table}`);
    expect([table, rows[0].count > 0]).toEqual([table, true]);
  }
});

describe('C1 a context that proves nobody gets no row of any table', () => {
  const secrets: Record<string, () => string | null> = {
    'no context': () => null,
    'an empty context': () => '',
    'a random secret': () => randomBytes(32).toString('base64url'),
    'the public id of a live session': () => ours.session.id,
    'the hash of a live secret in hex': () => createHash('sha256').update(ours.session.secret).digest('hex'),
    'a live secret with one character more': () => `${ours.session.secret}x`,
    'the id of an account': () => ours.account.id,
    'the id of a company': () => ours.account.companyId,
    'the secret of a staff session': () => staffSession.secret,
    'the secret of an ended session': () => endedSession.secret,
  };
  for (const [name, secret] of Object.entries(secrets)) {
    test(name, async () => {
      await asPortal(secret(), async (client) => {
        for (const table of TABLES) expect([table, await countRows(client, table)]).toEqual([table, 0]);
      });
    });
  }
});

describe('C1 a live session sees its own and nothing else', () => {
  test("a company's session returns that company's rows", async () => {
    for (const { account, session } of [ours, theirs]) {
      await asPortal(session.secret, async (client) => {
        const seen = async (sql: string) =>
          (await client.query(sql)).rows.map((row) => Object.values(row)[0]);
        expect(await seen('SELECT id FROM company')).toEqual([account.companyId]);
        expect(await seen('SELECT id FROM account')).toEqual([account.id]);
        expect(await seen('SELECT DISTINCT account_id FROM session')).toEqual([account.id]);
        expect(await seen('SELECT DISTINCT account_id FROM membership')).toEqual([account.id]);
        expect(await seen('SELECT key FROM access_group')).toEqual(['customer-administrator']);
        expect(await seen('SELECT count(*)::int FROM group_grant')).toEqual([9]);
      });
    }
  });

  test('an expired membership and its group are not there', async () => {
    const account = await makeCustomer(db, { groups: ['customer-viewer'] });
    const { secret } = await makeSession(db, account);
    await db.owner.query(`UPDATE membership SET expires_at = app.now() WHERE account_id = $1`, [account.id]);
    await asPortal(secret, async (client) => {
      for (const table of ['membership', 'access_group', 'group_grant'])
        expect(await countRows(client, table)).toBe(0);
    });
  });

  test('no filter, join or subquery reaches the other company', async () => {
    await asPortal(ours.session.secret, async (client) => {
      const other = theirs.account;
      const queries: [string, unknown[]][] = [
        ['SELECT id FROM account WHERE id = $1', [other.id]],
        ['SELECT id FROM account WHERE company_id = $1', [other.companyId]],
        [
          'SELECT id FROM company WHERE id = $1 OR true AND id <> $2',
          [other.companyId, ours.account.companyId],
        ],
        ['SELECT s.id FROM session AS s WHERE s.account_id = $1', [other.id]],
        [
          'SELECT a.id FROM account AS a RIGHT JOIN membership AS m ON true WHERE m.account_id = $1',
          [other.id],
        ],
        ['UPDATE account SET display_name = $2 WHERE id = $1 RETURNING id', [other.id, 'taken over']],
      ];
      for (const [sql, values] of queries)
        expect([sql, (await client.query(sql, values)).rows]).toEqual([sql, []]);
    });
  });

  test('who asks is found out once per statement, not once per row', async () => {
    await asPortal(ours.session.secret, async (client) => {
      const { rows } = await client.query('EXPLAIN (VERBOSE) SELECT id FROM account');
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toMatch(/InitPlan/);
      expect(plan).not.toMatch(/Filter:.*me_(account|company)\(\)/);
    });
  });

  test('a live session may change its own display name', async () => {
    await asPortal(ours.session.secret, async (client) => {
      const sql = 'UPDATE account SET display_name = $1, version = version + 1 RETURNING id, display_name';
      expect((await client.query(sql, ['New name'])).rows).toEqual([
        { id: ours.account.id, display_name: 'New name' },
      ]);
    });
  });
});

describe('C1 no statement turns the portal into somebody else', () => {
  const refused: Record<string, string> = {
    'SET ROLE staff': 'SET ROLE sallyport_staff',
    'SET ROLE owner': 'SET ROLE sallyport_owner',
    'SET ROLE definer': 'SET ROLE sallyport_definer',
    'SET SESSION AUTHORIZATION': 'SET SESSION AUTHORIZATION sallyport_owner',
    'reading with row_security off': 'SET row_security = off; SELECT id FROM company',
    'a temporary table that shadows': 'CREATE TEMP TABLE session (id uuid)',
    'a temporary function that shadows':
      "CREATE FUNCTION pg_temp.me_company() RETURNS uuid LANGUAGE sql AS 'SELECT NULL::uuid'",
    'a schema of its own': 'CREATE SCHEMA mine',
    'a function in portal':
      "CREATE FUNCTION portal.me_account(x int) RETURNS uuid LANGUAGE sql AS 'SELECT NULL::uuid'",
    'replacing who it is':
      "CREATE OR REPLACE FUNCTION portal.me_company() RETURNS uuid LANGUAGE sql AS 'SELECT NULL::uuid'",
    'replacing the clock':
      "CREATE OR REPLACE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql AS 'SELECT NULL::timestamptz'",
    'dropping a policy': 'DROP POLICY portal_own_account ON account',
    'granting itself': 'GRANT SELECT ON credential TO sallyport_portal',
    'altering itself': 'ALTER ROLE sallyport_portal BYPASSRLS',
    'running a body directly': "SELECT core.read_session('STAFF', 'x')",
    'running a staff function': "SELECT app.read_session('x')",
    'making itself active': `UPDATE account SET status = 'ACTIVE'`,
    'making itself Admin': 'UPDATE account SET is_admin = true',
    'moving to another company': 'UPDATE account SET company_id = gen_random_uuid()',
    'reading secrets': 'SELECT secret_hash FROM session',
    'reading who invited': 'SELECT invited_by_id FROM account',
    'adding itself to a group': 'INSERT INTO membership SELECT * FROM membership',
    'ending an audit entry': 'DELETE FROM audit_entry',
    'reading files': "SELECT pg_read_file('/etc/passwd')",
    'copying from a program': "COPY company FROM PROGRAM 'id'",
  };
  for (const [name, sql] of Object.entries(refused)) {
    test(name, async () => {
      await asPortal(ours.session.secret, async (client) => {
        await expect(client.query(sql)).rejects.toMatchObject({
          code: expect.stringMatching(/^42501$|^42P17$/),
        });
      });
    });
  }

  test('a search_path of its own changes nothing about who it is', async () => {
    await asPortal(ours.session.secret, async (client) => {
      await client.query('SET LOCAL search_path = portal, app, public, pg_catalog');
      expect((await client.query('SELECT id FROM public.company')).rows).toEqual([
        { id: ours.account.companyId },
      ]);
    });
  });

  test('setting the context to a company or account id in the same transaction chooses nobody', async () => {
    await asPortal(ours.session.secret, async (client) => {
      for (const value of [theirs.account.companyId, theirs.account.id, theirs.session.id]) {
        await client.query(`SELECT set_config('app.session', $1, true)`, [value]);
        expect((await client.query('SELECT id FROM account')).rows).toEqual([]);
      }
    });
  });

  test('the context ends with its transaction', async () => {
    const client = await db.portal.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query(`SELECT set_config('app.session', $1, true)`, [ours.session.secret]);
      expect((await client.query('SELECT id FROM account')).rows).toHaveLength(1);
      await client.query('COMMIT');
      expect((await client.query('SELECT id FROM account')).rows).toEqual([]);
    } finally {
      client.release();
    }
  });
});
