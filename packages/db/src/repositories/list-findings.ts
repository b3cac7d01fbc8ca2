import type { Result, Severity, SeverityCounts, SeveritySource } from '@sallyport/contracts/common';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import type { Grant } from '../grant.ts';
import { countUpTo, type Keyset, keysetPage } from '../keyset/keyset.ts';
import { containing, type ListPage } from './list-page.ts';
import { type PersonRecord, personJson } from './user-record.ts';

export interface FindingListRecord {
  id: string;
  reference: number | null;
  title: string;
  severity: Severity;
  severitySource: SeveritySource;
  cvss31Score: number | null;
  cvss40Score: number | null;
  result: Result;
  instanceCount: number;
  evidenceCount: number;
  publishedAt: Date | null;
  sourceKey: string | null;
  updatedAt: Date;
  updatedBy: PersonRecord | null;
}

export interface FindingFilter {
  search: string;
  severity: readonly Severity[];
  isPublished?: boolean | undefined;
  sort: { field: FindingSortField; direction: 'asc' | 'desc' };
  cursor?: string | undefined;
  limit: number;
}

type FindingSortField = 'severity' | 'title' | 'createdAt';

const KEYSET: Keyset<FindingSortField> = {
  columns: {
    severity: { sql: Prisma.sql`f.severity_rank`, type: 'bigint' },
    title: { sql: Prisma.sql`f.title`, type: 'text' },
    createdAt: { sql: Prisma.sql`f.created_at`, type: 'timestamptz' },
  },
  id: { sql: Prisma.sql`f.id`, type: 'uuid' },
};

const COLUMNS = Prisma.sql`f.id, f.reference, f.title, f.severity, f.severity_source as "severitySource",
  f.cvss31_score::float8 as "cvss31Score", f.cvss40_score::float8 as "cvss40Score", f.result,
  (select count(*)::int from instance i where i.finding_id = f.id) as "instanceCount",
  (select count(*)::int from evidence e where e.finding_id = f.id) as "evidenceCount",
  f.published_at as "publishedAt", f.source_key as "sourceKey", f.updated_at as "updatedAt",
  ${personJson('ub')} as "updatedBy"`;

/** One page of a project's findings, and how many match: two statements. @throws InvalidCursor */
export async function listFindings(
  tx: Tx,
  { id }: Grant<'project'>,
  filter: FindingFilter,
): Promise<ListPage<FindingListRecord>> {
  const where = [Prisma.sql`f.project_id = ${id}::uuid`, ...matches(filter)];
  const { sort, cursor, limit } = filter;
  const page = await keysetPage<FindingListRecord, FindingSortField>(tx, KEYSET, {
    select: COLUMNS,
    from: Prisma.sql`finding f left join account ub on ub.id = f.updated_by_id`,
    where,
    sort,
    cursor,
    limit,
  });
  return { ...page, total: await countUpTo(tx, { from: Prisma.sql`finding f`, where }) };
}

/** How many findings of each severity a project holds, and how many of all were not published. */
export async function countFindings(
  tx: Tx,
  { id }: Grant<'project'>,
): Promise<{ counts: SeverityCounts; draftCount: number }> {
  const [row] = await tx.$queryRaw<(SeverityCounts & { draftCount: number })[]>(Prisma.sql`
    select (count(*) filter (where f.severity = 'critical'))::int as critical,
      (count(*) filter (where f.severity = 'high'))::int as high,
      (count(*) filter (where f.severity = 'medium'))::int as medium,
      (count(*) filter (where f.severity = 'low'))::int as low,
      (count(*) filter (where f.severity = 'info'))::int as info,
      (count(*) filter (where f.published_at is null))::int as "draftCount"
    from finding f where f.project_id = ${id}::uuid`);
  const { draftCount = 0, critical = 0, high = 0, medium = 0, low = 0, info = 0 } = row ?? {};
  return { counts: { critical, high, medium, low, info }, draftCount };
}

function matches({ search, severity, isPublished }: FindingFilter): Prisma.Sql[] {
  const parts: Prisma.Sql[] = [];
  if (search !== '') parts.push(saying(search));
  if (severity.length > 0) parts.push(Prisma.sql`f.severity in (${Prisma.join([...severity])})`);
  if (isPublished !== undefined) {
    parts.push(isPublished ? Prisma.sql`f.published_at is not null` : Prisma.sql`f.published_at is null`);
  }
  return parts;
}

/** By words of the title, a whole CVE number, or the reference as F-07. */
export function saying(search: string): Prisma.Sql {
  const number = /^f-?0*(\d{1,6})$/i.exec(search)?.[1];
  const reference =
    number === undefined ? Prisma.empty : Prisma.sql` or f.reference = ${Number(number)}::int`;
  return Prisma.sql`f.title ilike ${containing(search)} or ${search.toUpperCase()} = any(f.cve)${reference}`;
}
