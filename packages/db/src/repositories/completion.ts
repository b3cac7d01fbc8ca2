import type { Severity } from '@sallyport/contracts/common';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import type { Grant } from '../grant.ts';

/** A finding as completing looks at it. */
export interface CompletionFinding {
  id: string;
  title: string;
  severity: Severity;
  isRatedByHand: boolean;
  isWithdrawn: boolean;
  hasTexts: boolean;
  isPublished: boolean;
  instanceCount: number;
}

export interface CompletionRecord {
  version: number;
  testStart: string | null;
  testEnd: string | null;
  shownAt: Date | null;
  standardCount: number;
  scopeCount: number;
  waitingImports: number;
  applyingImports: number;
  findings: CompletionFinding[];
}

/** All that completing a project looks at, in one statement; findings in the order of their publication. */
export async function readCompletion(tx: Tx, { id }: Grant<'project'>): Promise<CompletionRecord | null> {
  const [row] = await tx.$queryRaw<CompletionRecord[]>(Prisma.sql`
    select p.version, to_char(p.test_start, 'YYYY-MM-DD') as "testStart", to_char(p.test_end, 'YYYY-MM-DD') as "testEnd",
      p.shown_at as "shownAt",
      (select count(*)::int from project_standard s where s.project_id = p.id) as "standardCount",
      (select count(*)::int from scope_item i where i.project_id = p.id and i.is_in_scope) as "scopeCount",
      (select count(*)::int from scan_import s where s.project_id = p.id
        and s.state in ('UPLOADED', 'READING', 'READY')) as "waitingImports",
      (select count(*)::int from scan_import s where s.project_id = p.id and s.state = 'APPLYING') as "applyingImports",
      (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'title', f.title, 'severity', f.severity,
          'isRatedByHand', f.severity_source = 'MANUAL', 'isWithdrawn', f.result = 'WITHDRAWN',
          'hasTexts', f.description <> '' and f.recommendation <> '', 'isPublished', f.published_at is not null,
          'instanceCount', (select count(*) from instance i where i.finding_id = f.id))
          order by f.severity_rank desc, f.title, f.id), '[]')
        from finding f where f.project_id = p.id) as findings
    from project p where p.id = ${id}::uuid`);
  return row ?? null;
}

/** Completed from now on. Null when somebody else changed the project first. */
export async function markCompleted(
  tx: Tx,
  { id }: Grant<'project'>,
  completedById: string,
): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ completedAt: Date }[]>(Prisma.sql`
    update project set completed_at = app.now(), completed_by_id = ${completedById}::uuid, updated_at = app.now(),
      version = version + 1
    where id = ${id}::uuid and completed_at is null returning completed_at as "completedAt"`);
  return row?.completedAt ?? null;
}
