import { infiniteQueryOptions, keepPreviousData, type QueryClient } from '@tanstack/react-query';
import { client, type Inputs, type Outputs, trpc } from '../../lib/trpc.ts';

export type FindingRow = Outputs['findings']['listFindings']['rows'][number];
export type Finding = Outputs['findings']['getFinding'];
export type Instance = Finding['instances'][number];
export type Evidence = Finding['evidence'][number];
export type FindingFilters = Omit<Inputs['findings']['listFindings'], 'projectId' | 'cursor' | 'limit'>;

const ROWS_PER_PAGE = 50;

/** The findings of a project, page after page. */
export function findingListOptions(projectId: string, filters: FindingFilters) {
  return infiniteQueryOptions({
    queryKey: [...trpc.findings.listFindings.queryKey({ projectId }), 'pages', filters],
    queryFn: ({ pageParam, signal }) =>
      client.findings.listFindings.query(
        {
          projectId,
          ...filters,
          limit: ROWS_PER_PAGE,
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Outputs['findings']['listFindings']) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function findingOptions(findingId: string) {
  return trpc.findings.getFinding.queryOptions({ findingId });
}

/** After a change of findings: their lists and pages, and what the project counts. */
export async function findingsChanged(queryClient: QueryClient, projectId: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries(trpc.findings.listFindings.queryFilter({ projectId })),
    queryClient.invalidateQueries(trpc.findings.getFinding.pathFilter()),
    queryClient.invalidateQueries(trpc.projects.getProject.queryFilter({ projectId })),
    queryClient.invalidateQueries(trpc.projects.previewCompletion.queryFilter({ projectId })),
  ]);
}
