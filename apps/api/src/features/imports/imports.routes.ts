import type { GuardedRoute } from '../../trpc/guarded-route.ts';
import { toolsUploadScan, uploadScan } from './upload-scan.ts';

export const importRoutes: readonly GuardedRoute[] = [uploadScan];
export const toolsImportRoutes: readonly GuardedRoute[] = [toolsUploadScan];
