import { customerFindingsRoutes } from '../features/customer-findings/customer-findings.routes.ts';
import { customerHomeRoutes } from '../features/customer-home/customer-home.routes.ts';
import { customerReportsRoutes } from '../features/customer-reports/customer-reports.routes.ts';
import { portalPhotoRoutes } from '../features/photos/portal-photos.routes.ts';
import type { GuardedRoute } from '../trpc/guarded-route.ts';

/** The HTTP routes of the portal beside its procedures: downloads, and one's own photo. */
export const portalRoutes: readonly GuardedRoute[] = [
  ...customerHomeRoutes,
  ...customerFindingsRoutes,
  ...customerReportsRoutes,
  ...portalPhotoRoutes,
];
