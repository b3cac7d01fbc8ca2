import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { client, type Outputs, trpc } from '../../lib/trpc.ts';
import type { SignInFilters } from './sign-in-search.ts';

export type SignInRow = Outputs['signInActivity']['list']['rows'][number];

const ROWS_PER_PAGE = 50;

/** Attempts, latest first, page after page. */
export function signInListOptions(filters: SignInFilters) {
  return infiniteQueryOptions({
    queryKey: [...trpc.signInActivity.list.queryKey(), 'pages', filters],
    queryFn: ({ pageParam, signal }) =>
      client.signInActivity.list.query(
        { ...filters, limit: ROWS_PER_PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Outputs['signInActivity']['list']) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}
