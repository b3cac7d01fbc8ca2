import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { client, type Outputs, trpc } from '../../lib/trpc.ts';
import type { AuditFilters } from './audit-search.ts';

export type { AuditEntry } from '../../components/audit/audit-entry.ts';

const ROWS_PER_PAGE = 50;

/** The log, newest first, page after page. */
export function auditOptions(filters: AuditFilters) {
  return infiniteQueryOptions({
    queryKey: [...trpc.audit.listAudit.queryKey(), filters],
    queryFn: ({ pageParam, signal }) =>
      client.audit.listAudit.query(
        { ...filters, limit: ROWS_PER_PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Outputs['audit']['listAudit']) => page.nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}
