import { companyRoutes } from '../features/companies/companies.routes.ts';
import { evidenceRoutes } from '../features/evidence/evidence.routes.ts';
import { importRoutes } from '../features/imports/imports.routes.ts';
import { photoRoutes } from '../features/photos/photos.routes.ts';
import { reportRoutes } from '../features/reports/reports.routes.ts';
import type { GuardedRoute } from '../trpc/guarded-route.ts';

/** The HTTP routes of the staff door beside its procedures: uploads and downloads. */
export const staffRoutes: readonly GuardedRoute[] = [
  ...companyRoutes,
  ...evidenceRoutes,
  ...importRoutes,
  ...photoRoutes,
  ...reportRoutes,
];
