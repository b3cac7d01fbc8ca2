import { z } from 'zod';
import { workOnReport } from '../features/reports/report-work.service.ts';
import { defineJob } from './define-job.ts';

/** Sets a report that was asked for. */
export const renderReport = defineJob(
  'render-report',
  z.strictObject({ reportId: z.uuid(), actorId: z.uuid() }),
  workOnReport,
);
