import { createTestDatabase, makeClient, makeProject } from '@sallyport/testing';
import { expect, test } from 'vitest';
import { Prisma } from '../../generated/client.ts';
import { keysetPage, keysetSql, type PageQuery } from '../../keyset/keyset.ts';
import { BY_SEVERITY } from './list-published-findings.ts';

interface PlanNode {
  'Node Type': string;
  'Index Name'?: string;
  'Actual Rows': number;
  Plans?: PlanNode[];
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

test('the order of a client’s findings is that of its index: a page is read, at any depth, and nothing sorted', async () => {
  await using db = await createTestDatabase();
  const project = await makeProject(db, { company: await makeClient(db), shownAt: new Date() });
  await db.owner.query(
    `INSERT INTO finding (project_id, company_id, title, severity, reference, published_at, first_published_at)
     SELECT $1, $2, 'Finding ' || n, (ARRAY['critical', 'high', 'medium', 'low', 'info'])[1 + n % 5], n, at, at
     FROM generate_series(1, 5000) AS n, LATERAL (SELECT timestamptz '2031-01-01' + (n / 50) * interval '1 ms' AS at) AS moment`,
    [project.id, project.companyId],
  );
  await db.owner.query('ANALYZE finding');
  const query = (limit: number, cursor: string | null): PageQuery<'severity'> => ({
    select: Prisma.sql`f.id, f.severity, f.published_at, f.reference`,
    from: Prisma.sql`finding f`,
    where: [Prisma.sql`f.company_id = ${project.companyId}::uuid`, Prisma.sql`f.published_at IS NOT NULL`],
    sort: { field: 'severity', direction: 'desc' },
    cursor,
    limit,
  });
  const { rows } = await db.owner.query<{ id: string }>(
    `SELECT id FROM finding ORDER BY severity_rank DESC, published_at DESC, reference`,
  );
  const first = await keysetPage<{ id: string }, 'severity'>(
    db.staff.prisma,
    BY_SEVERITY,
    query(2_345, null),
  );
  const rest = await keysetPage<{ id: string }, 'severity'>(
    db.staff.prisma,
    BY_SEVERITY,
    query(5_000, first.nextCursor),
  );
  expect([...first.rows, ...rest.rows].map(({ id }) => id)).toEqual(rows.map(({ id }) => id));

  const plan = await db.staff.prisma.$queryRaw<{ 'QUERY PLAN': [{ Plan: PlanNode }] }[]>(
    Prisma.sql`EXPLAIN (ANALYZE, FORMAT JSON) ${keysetSql(BY_SEVERITY, query(20, first.nextCursor))}`,
  );
  const nodes = plan[0] ? nodesOf(plan[0]['QUERY PLAN'][0].Plan) : [];
  expect(nodes.map((node) => node['Index Name']).filter(Boolean)).toEqual(['finding_published_order_idx']);
  expect(nodes.map((node) => node['Node Type'])).not.toContain('Sort');
  for (const node of nodes) expect(node['Actual Rows']).toBeLessThan(50);
});
