import { createRouter } from '../../trpc/procedure.ts';
import { generateReport } from './generate-report.ts';
import { getReport } from './get-report.ts';
import { listReports } from './list-reports.ts';
import { releaseReport } from './release-report.ts';

export const reportsRouter = createRouter({ listReports, getReport, generateReport, releaseReport });
