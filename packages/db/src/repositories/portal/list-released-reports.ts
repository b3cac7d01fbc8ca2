import type { Principal } from '@sallyport/access';
import type { Tx } from '../../client.ts';
import { Prisma } from '../../generated/client.ts';
import {
  RELEASED_REPORT_COLUMNS,
  RELEASED_REPORT_FROM,
  type ReleasedReportRecord,
} from './find-released-report.ts';
import { offeredReports } from './offered-reports.ts';

interface Which {
  hasSteps: boolean;
  projectId?: string | undefined;
  /** All of them unless told otherwise. */
  limit?: number;
}

/** The reports that are offered to a customer, the one released last first: one statement. */
export function listReleasedReports(
  tx: Tx,
  principal: Principal,
  { hasSteps, projectId, limit }: Which,
): Promise<ReleasedReportRecord[]> {
  const within = projectId === undefined ? Prisma.empty : Prisma.sql`and r.project_id = ${projectId}::uuid`;
  return tx.$queryRaw<ReleasedReportRecord[]>(Prisma.sql`
    select ${RELEASED_REPORT_COLUMNS} from ${RELEASED_REPORT_FROM}
    where (${offeredReports(principal, hasSteps)}) ${within}
    order by r.released_at desc, rp.reference, r.version_major desc, r.version_minor desc
    limit ${limit ?? null}::int`);
}
