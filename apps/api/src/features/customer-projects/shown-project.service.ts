import type { ShownProject } from '@sallyport/contracts/portal';
import type { ShownProjectRowRecord } from '@sallyport/db';
import type { z } from 'zod';
import { projectStatus } from '../projects/project-status.service.ts';
import { isoOrNull } from '../wire.ts';
import type { CustomerSight } from './customer-sight.service.ts';

/** A project as a customer's list shows it, on a day. Counts without their permission are null. */
export function shownProject(
  record: ShownProjectRowRecord,
  sight: CustomerSight,
  today: string,
): z.input<typeof ShownProject> {
  const { id, name, type, testStart, testEnd, completedAt, open, findingCount, reportCount } = record;
  return {
    id,
    name,
    type,
    status: projectStatus(record, today),
    testStart,
    testEnd,
    completedAt: isoOrNull(completedAt),
    open: sight.findings ? open : null,
    findingCount: sight.findings ? findingCount : null,
    reportCount: sight.reports ? reportCount : null,
  };
}
