import type { GuardedRoute } from '../../trpc/guarded-route.ts';
import { downloadReport } from './download-report.ts';

export const reportRoutes: readonly GuardedRoute[] = [downloadReport];
