import type { ProjectRow } from '@sallyport/contracts/staff';
import type { ProjectRowRecord } from '@sallyport/db';
import type { z } from 'zod';
import { iso } from '../wire.ts';
import { isOverdue, projectStatus } from './project-status.service.ts';

/** A project as lists show it, on a day. */
export function projectRow(record: ProjectRowRecord, today: string): z.input<typeof ProjectRow> {
  const { id, reference, name, company, type, isRestricted, testStart, testEnd, leads, findings, myRole } =
    record;
  return {
    id,
    reference,
    name,
    company,
    type,
    isRestricted,
    testStart,
    testEnd,
    leads,
    findings,
    myRole,
    status: projectStatus(record, today),
    isOverdue: isOverdue(record, today),
    updatedAt: iso(record.updatedAt),
  };
}
