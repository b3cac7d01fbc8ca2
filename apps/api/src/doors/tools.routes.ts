import { toolsImportRoutes } from '../features/imports/imports.routes.ts';
import type { GuardedRoute } from '../trpc/guarded-route.ts';

/** The HTTP routes of the tools door beside its procedures: uploads. */
export const toolsRoutes: readonly GuardedRoute[] = [...toolsImportRoutes];
