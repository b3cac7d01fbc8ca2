import type { Principal } from '@sallyport/access';
import type { SeverityCounts } from '@sallyport/contracts/common';
import type { Tx } from '../../client.ts';
import { Prisma } from '../../generated/client.ts';
import type { Grant } from '../../grant.ts';
import { publishedFindings, shownProjects } from '../../visibility/portal.ts';
import { offeredReports } from './offered-reports.ts';

/** A project as its client's lists show it, with counts of what is published and released. */
export interface ShownProjectRowRecord {
  id: string;
  name: string;
  type: string;
  /** As 2026-03-29. */
  testStart: string | null;
  testEnd: string | null;
  completedAt: Date | null;
  open: SeverityCounts;
  findingCount: number;
  reportCount: number;
}

interface Which {
  /** Decides which reports are offered (C5). */
  hasSteps: boolean;
  /** This project alone. */
  only?: Grant<'shown-project'>;
}

/** The projects that a customer sees, the one shown last first: one statement. Nothing unpublished is counted (C3). */
export function listShownProjects(
  tx: Tx,
  principal: Principal,
  { hasSteps, only }: Which,
): Promise<ShownProjectRowRecord[]> {
  const within = (column: Prisma.Sql) =>
    only === undefined ? Prisma.sql`true` : Prisma.sql`${column} = ${only.id}::uuid`;
  return tx.$queryRaw<ShownProjectRowRecord[]>(Prisma.sql`
    select p.id, p.name, t.name as type, p.test_start::text as "testStart", p.test_end::text as "testEnd",
      p.completed_at as "completedAt", coalesce(fc.count, 0) as "findingCount", coalesce(rc.count, 0) as "reportCount",
      jsonb_build_object('critical', coalesce(fc.critical, 0), 'high', coalesce(fc.high, 0),
        'medium', coalesce(fc.medium, 0), 'low', coalesce(fc.low, 0), 'info', coalesce(fc.info, 0)) as open
    from project p join project_type t on t.id = p.type_id
    left join (select f.project_id, count(*)::int as count,
        count(*) filter (where f.result = 'OPEN' and f.severity = 'critical') as critical,
        count(*) filter (where f.result = 'OPEN' and f.severity = 'high') as high,
        count(*) filter (where f.result = 'OPEN' and f.severity = 'medium') as medium,
        count(*) filter (where f.result = 'OPEN' and f.severity = 'low') as low,
        count(*) filter (where f.result = 'OPEN' and f.severity = 'info') as info
      from finding f where (${publishedFindings(principal)}) and ${within(Prisma.sql`f.project_id`)}
      group by f.project_id) fc on fc.project_id = p.id
    left join (select r.project_id, count(*)::int as count
      from report r where (${offeredReports(principal, hasSteps)}) and ${within(Prisma.sql`r.project_id`)}
      group by r.project_id) rc on rc.project_id = p.id
    where (${shownProjects(principal)}) and ${within(Prisma.sql`p.id`)}
    order by p.shown_at desc, p.reference`);
}
