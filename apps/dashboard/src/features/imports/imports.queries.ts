import type { QueryClient } from '@tanstack/react-query';
import { type Outputs, trpc } from '../../lib/trpc.ts';

export type ImportRow = Outputs['imports']['listImports']['rows'][number];
export type ImportDetail = Outputs['imports']['getImport'];
export type ImportFinding = ImportDetail['findings'][number];
export type ImportState = ImportRow['state'];

export function importListOptions(projectId: string) {
  return trpc.imports.listImports.queryOptions({ projectId });
}

export function importOptions(importId: string) {
  return trpc.imports.getImport.queryOptions({ importId });
}

/** True while a job works on it. */
export function isRunning(state: ImportState): boolean {
  return state === 'UPLOADED' || state === 'READING' || state === 'APPLYING';
}

/** After something happened to an import. */
export async function importsChanged(queryClient: QueryClient, projectId: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries(trpc.imports.pathFilter()),
    queryClient.invalidateQueries(trpc.findings.listFindings.queryFilter({ projectId })),
    queryClient.invalidateQueries(trpc.projects.getProject.queryFilter({ projectId })),
    queryClient.invalidateQueries(trpc.projects.previewCompletion.queryFilter({ projectId })),
  ]);
}
