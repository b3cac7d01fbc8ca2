import { createTestDatabase, internalCompany, type TestDatabase } from '@sallyport/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Prisma } from '../generated/client.ts';
import { InvalidCursor } from './cursor.ts';
import { countUpTo, type Keyset, keysetPage, keysetSql, type PageQuery } from './keyset.ts';

let db: TestDatabase;
let large: TestDatabase;

const FIELDS = ['displayName', 'email', 'createdAt', 'lastSignInAt'] as const;
type Field = (typeof FIELDS)[number];
const COLUMN: Record<Field, string> = {
  displayName: 'display_name',
  email: 'email',
  createdAt: 'created_at',
  lastSignInAt: 'last_sign_in_at',
};

const ACCOUNTS: Keyset<Field> = {
  columns: {
    displayName: { sql: Prisma.sql`a.display_name`, type: 'text' },
    email: { sql: Prisma.sql`a.email`, type: 'text' },
    createdAt: { sql: Prisma.sql`a.created_at`, type: 'timestamptz' },
    lastSignInAt: { sql: Prisma.sql`a.last_sign_in_at`, type: 'timestamptz', isNullable: true },
  },
  id: { sql: Prisma.sql`a.id`, type: 'uuid' },
};

/** Accounts with many ties; every third never signed in. */
async function fill(target: TestDatabase, rows: number): Promise<void> {
  const { id } = await internalCompany(target);
  await target.owner.query(
    `INSERT INTO account (id, audience, company_id, company_kind, display_name, email, created_at, last_sign_in_at)
     SELECT gen_random_uuid(), 'STAFF', $1, 'INTERNAL', (ARRAY['Ada', 'ada', 'Émile', 'Eva', 'Zoë', '李'])[1 + n % 6] || n % ($2 / 10),
       'p' || n || '@x.test', timestamptz '2030-01-01' + (n % 40) * interval '1.001 hours',
       CASE WHEN n % 3 > 0 THEN timestamptz '2031-01-01' + (n % 25) * interval '1 minute' END
     FROM generate_series(1, $2) AS n`,
    [id, rows],
  );
  await target.owner.query('ANALYZE account');
}

beforeAll(async () => {
  [db, large] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await Promise.all([fill(db, 250), fill(large, 20_000)]);
});
afterAll(() => Promise.all([db[Symbol.asyncDispose](), large[Symbol.asyncDispose]()]));

function query(
  field: Field,
  direction: 'asc' | 'desc',
  limit: number,
  cursor: string | null = null,
): PageQuery<Field> {
  return {
    select: Prisma.sql`a.id`,
    from: Prisma.sql`account AS a`,
    where: [Prisma.sql`a.audience = 'STAFF'`],
    sort: { field, direction },
    cursor,
    limit,
  };
}

async function walk(field: Field, direction: 'asc' | 'desc', limit: number): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { rows: { id: string }[]; nextCursor: string | null } = await keysetPage(
      db.staff.prisma,
      ACCOUNTS,
      query(field, direction, limit, cursor),
    );
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    for (const row of page.rows) expect(Object.keys(row)).toEqual(['id']);
    ids.push(...page.rows.map((row) => row.id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return ids;
}

describe('walking the pages gives the whole sorted list, once', () => {
  for (const field of FIELDS) {
    for (const direction of ['asc', 'desc'] as const) {
      test(`${field} ${direction}, nulls last`, async () => {
        const { rows } = await db.owner.query<{ id: string }>(
          `SELECT id FROM account WHERE audience = 'STAFF' ORDER BY ${COLUMN[field]} ${direction} NULLS LAST, id ${direction}`,
        );
        const sorted = rows.map((row) => row.id);
        await fc.assert(
          fc.asyncProperty(
            fc.integer({ min: 1, max: 100 }).filter((limit) => limit > 6),
            async (limit) => {
              expect(await walk(field, direction, limit)).toEqual(sorted);
            },
          ),
          { numRuns: process.env['SALLYPORT_DEEP'] === '1' ? 15 : 4, examples: [[83], [100]] },
        );
      });
    }
  }

  test('a page that ends exactly at the last row has no next one', async () => {
    const page = await keysetPage(db.staff.prisma, ACCOUNTS, query('email', 'asc', 250));
    expect([page.rows.length, page.nextCursor]).toEqual([250, null]);
  });
});

interface PlanNode {
  'Node Type': string;
  'Actual Rows': number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

describe('at depth in 20,000 rows an index is read, and hardly more of it than a page', () => {
  for (const field of FIELDS) {
    for (const direction of ['asc', 'desc'] as const) {
      test(`${field} ${direction}`, async () => {
        // Ten thousand rows in; for the nullable column that is still among the values.
        const deep = await keysetPage<{ id: string }, Field>(
          large.staff.prisma,
          ACCOUNTS,
          query(field, direction, 10_000),
        );
        const sql = keysetSql(ACCOUNTS, query(field, direction, 20, deep.nextCursor));
        const rows = await large.staff.prisma.$queryRaw<{ 'QUERY PLAN': [{ Plan: PlanNode }] }[]>(
          Prisma.sql`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
        );
        const plan = rows[0]?.['QUERY PLAN'][0].Plan;
        if (!plan) throw new Error('No plan.');
        const nodes = nodesOf(plan);
        const scans = nodes.filter(
          (node) => node['Node Type'].includes('Scan') && node['Node Type'] !== 'Subquery Scan',
        );
        expect(scans.length).toBeGreaterThan(0);
        for (const scan of scans) {
          expect(scan['Node Type']).toMatch(/^Index (Only )?Scan/);
          // Rows with the very same value as the cursor's are skipped one by one: at most a tie's worth.
          expect(scan['Actual Rows'] + (scan['Rows Removed by Filter'] ?? 0)).toBeLessThan(1_000);
        }
        expect(nodes.filter((node) => node['Actual Rows'] > 50)).toEqual([]);
      });
    }
  }
});

describe('cursors', () => {
  const cursorOf = async (field: Field, direction: 'asc' | 'desc') =>
    (await keysetPage(db.staff.prisma, ACCOUNTS, query(field, direction, 5))).nextCursor ?? '';

  test('belong to one order', async () => {
    const cursor = await cursorOf('displayName', 'asc');
    for (const [field, direction] of [
      ['displayName', 'desc'],
      ['email', 'asc'],
      ['createdAt', 'asc'],
    ] as const) {
      await expect(keysetPage(db.staff.prisma, ACCOUNTS, query(field, direction, 5, cursor))).rejects.toThrow(
        InvalidCursor,
      );
    }
  });

  test('anything else is a typed error and never reaches the database', () => {
    const write = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const id = '0190d0b5-0000-7000-8000-000000000000';
    const bad = [
      'x',
      '%%%',
      write(null),
      write({}),
      write(['createdAt', 'asc', 'yesterday', id]),
      write(['createdAt', 'asc', '2030-01-01T00:00:00Z', 'x']),
      write(['createdAt', 'asc', 5, id]),
      write(['createdAt', 'asc', '2030-01-01T00:00:00Z', id, 'more']),
    ];
    for (const cursor of bad)
      expect(() => keysetSql(ACCOUNTS, query('createdAt', 'asc', 5, cursor))).toThrow(InvalidCursor);
    expect(() =>
      keysetSql(ACCOUNTS, query('displayName', 'asc', 5, write(['displayName', 'asc', 'a\0b', id]))),
    ).toThrow(InvalidCursor);
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (cursor) => {
        expect(() => keysetSql(ACCOUNTS, query('email', 'asc', 5, cursor))).toThrow(InvalidCursor);
      }),
    );
  });
});

test('totals are exact up to the limit and say so beyond', async () => {
  const staff = { from: Prisma.sql`account AS a`, where: [Prisma.sql`a.audience = 'STAFF'`] };
  expect(await countUpTo(db.staff.prisma, staff)).toEqual({ count: 250, isExact: true });
  expect(await countUpTo(large.staff.prisma, staff)).toEqual({ count: 1000, isExact: false });
  expect(await countUpTo(db.staff.prisma, staff, 250)).toEqual({ count: 250, isExact: true });
  expect(await countUpTo(db.staff.prisma, { ...staff, where: [] }, 249)).toEqual({
    count: 249,
    isExact: false,
  });
});
