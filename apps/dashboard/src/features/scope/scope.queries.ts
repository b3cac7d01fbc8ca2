import type { QueryClient } from '@tanstack/react-query';
import { client, type Outputs, trpc } from '../../lib/trpc.ts';

export type ScopeItem = Outputs['scope']['listScope']['rows'][number];
export type ScopePreview = Outputs['scope']['addScope'];

export function scopeOptions(projectId: string) {
  return trpc.scope.listScope.queryOptions({ projectId });
}

/** What would become of pasted lines; nothing is added. */
export function scopePreviewOptions(projectId: string, text: string) {
  return {
    queryKey: [...trpc.scope.listScope.queryKey({ projectId }), 'preview', text],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      client.scope.addScope.mutate({ projectId, text, dryRun: true }, { signal }),
    enabled: text !== '',
    staleTime: 0,
    gcTime: 0,
  };
}

/** After a change of the scope: its list, and the project's counts and completeness. */
export async function scopeChanged(queryClient: QueryClient, projectId: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: trpc.scope.listScope.queryKey({ projectId }) }),
    queryClient.invalidateQueries({ queryKey: trpc.projects.getProject.queryKey({ projectId }) }),
    queryClient.invalidateQueries({ queryKey: trpc.projects.previewCompletion.queryKey({ projectId }) }),
  ]);
}
