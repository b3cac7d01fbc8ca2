import { createRouter } from '../../trpc/procedure.ts';
import { listReports } from './list-reports.ts';

export const customerReportsRouter = createRouter({ listReports });
