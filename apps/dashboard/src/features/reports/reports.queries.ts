import type { QueryClient } from '@tanstack/react-query';
import { type Outputs, trpc } from '../../lib/trpc.ts';

export type Report = Outputs['reports']['listReports']['rows'][number];

export function reportListOptions(projectId: string) {
  return trpc.reports.listReports.queryOptions({ projectId });
}

/** True while a job works on it. */
export function isRunning({ state }: Report): boolean {
  return state === 'QUEUED' || state === 'RENDERING';
}

/** After something happened to a report: releasing one also binds its findings. */
export async function reportsChanged(queryClient: QueryClient): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries(trpc.reports.pathFilter()),
    queryClient.invalidateQueries(trpc.findings.getFinding.pathFilter()),
  ]);
}
