import type { ReportObstacles, ReportRecord } from '@sallyport/db';
import { versionLabel } from './version-label.service.ts';

/** Why a report cannot be released, in words; null when it can. C5: customers get what they may see, and nothing else. */
export function releaseProblem(report: ReportRecord, obstacles: ReportObstacles): string | null {
  if (report.releasedAt !== null) return 'This version is released already.';
  if (report.state !== 'READY') return 'The report is not finished yet.';
  if (obstacles.isVersionTaken) {
    return `Version ${versionLabel(report)} is released already. Generate the report again.`;
  }
  if (obstacles.heldCount !== report.findingCount) {
    return 'A finding in it was deleted since. Generate the report again.';
  }
  if (obstacles.unpublishedCount === 0) return null;
  const many = obstacles.unpublishedCount > 1;
  return many
    ? `${obstacles.unpublishedCount} findings in it are not published. Publish them, then release it.`
    : 'One finding in it is not published. Publish it, then release the report.';
}
