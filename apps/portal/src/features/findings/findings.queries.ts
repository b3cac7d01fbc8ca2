import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { FindingSearch } from '../../lib/finding-search.ts';
import { client, type Outputs, trpc } from '../../lib/trpc.ts';

export type Finding = Outputs['findings']['getFinding'];

const ROWS_PER_PAGE = 50;

/** Published findings, page after page. */
export function findingListOptions({ search = '', severity = [], result = [], project }: FindingSearch) {
  const filters = { search, severity, result, ...(project ? { projectId: project } : {}) };
  return infiniteQueryOptions({
    queryKey: [...trpc.findings.listFindings.pathKey(), 'pages', filters],
    queryFn: ({ pageParam, signal }) =>
      client.findings.listFindings.query(
        { ...filters, limit: ROWS_PER_PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Outputs['findings']['listFindings']) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** The findings of one project that its page shows. */
export function projectFindingsOptions(projectId: string, limit: number) {
  return trpc.findings.listFindings.queryOptions({ projectId, limit });
}

export function findingOptions(findingId: string) {
  return trpc.findings.getFinding.queryOptions({ findingId });
}
