import { infiniteQueryOptions, keepPreviousData, type QueryClient } from '@tanstack/react-query';
import { client, type Inputs, type Outputs, trpc } from '../../lib/trpc.ts';

export type ProjectMember = Outputs['projects']['getProject']['members'][number];
export type Completion = Outputs['projects']['previewCompletion'];
export type ProjectFilters = Omit<Inputs['projects']['listProjects'], 'cursor' | 'limit'>;

const ROWS_PER_PAGE = 40;

/** The table of projects, page after page. */
export function projectListOptions(filters: ProjectFilters) {
  return infiniteQueryOptions({
    queryKey: [...trpc.projects.listProjects.queryKey(), 'pages', filters],
    queryFn: ({ pageParam, signal }) =>
      client.projects.listProjects.query(
        { ...filters, limit: ROWS_PER_PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Outputs['projects']['listProjects']) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function projectOptions(projectId: string) {
  return trpc.projects.getProject.queryOptions({ projectId });
}

/** After a change of a project: its lists, its screens and its company's counts are asked for again. */
export async function projectChanged(queryClient: QueryClient): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries(trpc.projects.pathFilter()),
    queryClient.invalidateQueries(trpc.companies.pathFilter()),
  ]);
}
