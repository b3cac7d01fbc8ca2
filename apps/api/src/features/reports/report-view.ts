import type { ReportRow } from '@sallyport/contracts/staff';
import type { ReportObstacles, ReportRecord } from '@sallyport/db';
import type { z } from 'zod';
import { iso, isoOrNull } from '../wire.ts';
import { releaseProblem } from './release-problem.ts';
import { versionLabel } from './version-label.service.ts';

/** A report as it goes over the wire. */
export function reportView(row: ReportRecord, obstacles: ReportObstacles): z.input<typeof ReportRow> {
  return {
    id: row.id,
    projectId: row.projectId,
    number: row.number,
    versionLabel: versionLabel(row),
    state: row.state,
    progress: row.progress,
    problem: row.problem,
    pages: row.pages,
    bytes: row.bytes,
    sha256: row.sha256,
    findingCount: row.findingCount,
    createdAt: iso(row.createdAt),
    createdBy: row.createdBy,
    releasedAt: isoOrNull(row.releasedAt),
    releasedBy: row.releasedBy,
    releaseProblem: releaseProblem(row, obstacles),
  };
}
