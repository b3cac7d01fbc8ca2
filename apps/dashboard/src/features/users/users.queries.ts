import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { client, type Inputs, type Outputs, trpc } from '../../lib/trpc.ts';

export type UserDetail = Outputs['users']['getUser'];
export type UserRow = Outputs['users']['listUsers']['rows'][number];
export type UserFilters = Omit<Inputs['users']['listUsers'], 'cursor' | 'limit'>;

const ROWS_PER_PAGE = 40;

/** The table of users, page after page. */
export function userListOptions(filters: UserFilters) {
  return infiniteQueryOptions({
    queryKey: [...trpc.users.listUsers.queryKey(), filters],
    queryFn: ({ pageParam, signal }) =>
      client.users.listUsers.query(
        { ...filters, limit: ROWS_PER_PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Outputs['users']['listUsers']) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function userOptions(userId: string) {
  return trpc.users.getUser.queryOptions({ userId });
}
