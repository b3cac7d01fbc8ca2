import type { Principal } from '@sallyport/access';
import type { Result, Severity, SeveritySource } from '@sallyport/contracts/common';
import type { Tx } from '../../client.ts';
import { Prisma } from '../../generated/client.ts';
import { countUpTo, type Keyset, keysetPage, type Page } from '../../keyset/keyset.ts';
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

/**
 * Newest publication first. What was published together follows the numbers, F-01 before F-02: the number is turned
 * round, because both parts of the order go down.
 */
const KEYSET: Keyset<'publishedAt'> = {
  columns: { publishedAt: { sql: Prisma.sql`f.published_at`, type: 'timestamptz' } },
  id: { sql: Prisma.sql`(to_char(1000000000 - f.reference, 'FM0000000000') || f.id::text)`, type: 'text' },
};

/** One page of the findings that a customer sees, and how many match: two statements. @throws InvalidCursor */
export async function listPublishedFindings(
  tx: Tx,
  principal: Principal,
  filter: PublishedFindingFilter,
): Promise<ListPage<PublishedFindingRowRecord>> {
  const where = [publishedFindings(principal), ...matches(filter)];
  const page = await pageOf(tx, principal, where, filter);
  return { ...page, total: await countUpTo(tx, { from: Prisma.sql`finding f`, where }) };
}

/** The newest of them: one statement. */
export async function latestPublishedFindings(
  tx: Tx,
  principal: Principal,
  limit: number,
): Promise<PublishedFindingRowRecord[]> {
  const { rows } = await pageOf(tx, principal, [publishedFindings(principal)], { limit });
  return rows;
}

function pageOf(
  tx: Tx,
  principal: Principal,
  where: readonly Prisma.Sql[],
  { cursor, limit }: Pick<PublishedFindingFilter, 'cursor' | 'limit'>,
): Promise<Page<PublishedFindingRowRecord>> {
  return keysetPage<PublishedFindingRowRecord, 'publishedAt'>(tx, KEYSET, {
    select: Prisma.sql`f.id, f.project_id as "projectId", fp.name as "projectName", f.reference, f.title, f.severity,
      f.severity_source as "severitySource", f.cvss31_score::float8 as "cvss31Score",
      f.cvss40_score::float8 as "cvss40Score", f.result, f.published_at as "publishedAt",
      (select count(*)::int from instance i
        where i.finding_id = f.id and (${publishedInstances(principal)})) as "instanceCount"`,
    from: Prisma.sql`finding f join project fp on fp.id = f.project_id`,
    where,
    sort: { field: 'publishedAt', direction: 'desc' },
    cursor,
    limit,
  });
}

function matches({ search, projectId, severity, result }: PublishedFindingFilter): Prisma.Sql[] {
  const parts: Prisma.Sql[] = [];
  if (search !== '') parts.push(saying(search));
  if (projectId !== undefined) parts.push(Prisma.sql`f.project_id = ${projectId}::uuid`);
  if (severity.length > 0) parts.push(Prisma.sql`f.severity in (${Prisma.join([...severity])})`);
  if (result.length > 0) parts.push(Prisma.sql`f.result in (${Prisma.join([...result])})`);
  return parts;
}
