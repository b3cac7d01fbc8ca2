import type { Principal } from '@sallyport/access';
import type { Result, Severity, SeveritySource } from '@sallyport/contracts/common';
import type { Tx } from '../../client.ts';
import { Prisma } from '../../generated/client.ts';
import { countUpTo, type Keyset, keysetPage } from '../../keyset/keyset.ts';
import { publishedFindings, publishedInstances } from '../../visibility/portal.ts';
import { saying } from '../list-findings.ts';
import type { ListPage } from '../list-page.ts';

/** A published finding as lists show it. */
export interface PublishedFindingRowRecord {
  id: string;
  projectId: string;
  projectName: string;
  reference: number;
  title: string;
  severity: Severity;
  severitySource: SeveritySource;
  cvss31Score: number | null;
  cvss40Score: number | null;
  result: Result;
  instanceCount: number;
  publishedAt: Date;
}

export interface PublishedFindingFilter {
  search: string;
  projectId?: string | undefined;
  severity: readonly Severity[];
  result: readonly Result[];
  cursor?: string | undefined;
  limit: number;
}

/** F-01 before F-02: the number is turned round, because all parts of the order go down. */
const NUMBER = Prisma.sql`lpad((2147483647 - f.reference)::text, 10, '0') || f.id::text`;
/** As text of one length, which sorts as the moment does. */
const PUBLISHED = Prisma.sql`lpad(((extract(epoch from f.published_at at time zone 'UTC') * 1000)::bigint)::text, 15, '0')`;

/** Most severe first, of those the newest publication, of that by number: the expression of finding_published_order_idx. */
export const BY_SEVERITY: Keyset<'severity'> = {
  columns: { severity: { sql: Prisma.sql`f.severity_rank`, type: 'bigint' } },
  id: { sql: Prisma.sql`((${PUBLISHED} || ${NUMBER}) collate "C")`, type: 'text' },
};

/** Newest publication first; what was published together follows the numbers. */
const BY_PUBLICATION: Keyset<'publishedAt'> = {
  columns: { publishedAt: { sql: Prisma.sql`f.published_at`, type: 'timestamptz' } },
  id: { sql: Prisma.sql`((${NUMBER}) collate "C")`, type: 'text' },
};

/** One page of the findings that a customer sees, most severe first, and how many match: two statements. @throws InvalidCursor */
export async function listPublishedFindings(
  tx: Tx,
  principal: Principal,
  filter: PublishedFindingFilter,
): Promise<ListPage<PublishedFindingRowRecord>> {
  const where = [publishedFindings(principal), ...matches(filter)];
  const sort = { field: 'severity', direction: 'desc' } as const;
  const page = await keysetPage<PublishedFindingRowRecord, 'severity'>(tx, BY_SEVERITY, {
    ...pageParts(principal, where, filter),
    sort,
  });
  return { ...page, total: await countUpTo(tx, { from: Prisma.sql`finding f`, where }) };
}

/** The newest of them: one statement. */
export async function latestPublishedFindings(
  tx: Tx,
  principal: Principal,
  limit: number,
): Promise<PublishedFindingRowRecord[]> {
  const sort = { field: 'publishedAt', direction: 'desc' } as const;
  const parts = pageParts(principal, [publishedFindings(principal)], { limit });
  const { rows } = await keysetPage<PublishedFindingRowRecord, 'publishedAt'>(tx, BY_PUBLICATION, {
    ...parts,
    sort,
  });
  return rows;
}

function pageParts(
  principal: Principal,
  where: readonly Prisma.Sql[],
  { cursor, limit }: Pick<PublishedFindingFilter, 'cursor' | 'limit'>,
) {
  return {
    select: Prisma.sql`f.id, f.project_id as "projectId", fp.name as "projectName", f.reference, f.title, f.severity,
      f.severity_source as "severitySource", f.cvss31_score::float8 as "cvss31Score",
      f.cvss40_score::float8 as "cvss40Score", f.result, f.published_at as "publishedAt",
      (select count(*)::int from instance i
        where i.finding_id = f.id and (${publishedInstances(principal)})) as "instanceCount"`,
    from: Prisma.sql`finding f join project fp on fp.id = f.project_id`,
    where,
    cursor,
    limit,
  };
}

function matches({ search, projectId, severity, result }: PublishedFindingFilter): Prisma.Sql[] {
  const parts: Prisma.Sql[] = [];
  if (search !== '') parts.push(saying(search));
  if (projectId !== undefined) parts.push(Prisma.sql`f.project_id = ${projectId}::uuid`);
  if (severity.length > 0) parts.push(Prisma.sql`f.severity in (${Prisma.join([...severity])})`);
  if (result.length > 0) parts.push(Prisma.sql`f.result in (${Prisma.join([...result])})`);
  return parts;
}
