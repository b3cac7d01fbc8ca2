import { Card, EmptyState, TextLink } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { Failure } from '../../components/failure.tsx';
import { FindingsTable } from '../../components/findings-table.tsx';
import { useCurrentCustomer } from '../../lib/current-customer.ts';
import { findingsHref } from '../../lib/finding-search.ts';
import { strings } from '../../strings/strings.ts';
import { projectFindingsOptions } from '../findings/findings.queries.ts';

const t = strings.projects;
const SHOWN = 10;

/** What was found in one project: the worst of it, and the way to all of it. */
export function ProjectFindings({ projectId }: { projectId: string }) {
  const { firmName } = useCurrentCustomer();
  const list = useQuery(projectFindingsOptions(projectId, SHOWN));
  const { rows = [], total } = list.data ?? {};
  const totalText = total ? strings.findings.total(total.count, total.isExact) : '';
  const href = findingsHref({ project: projectId });
  const hasMore = list.data?.nextCursor != null;
  return (
    <Card
      title={t.findings}
      count={totalText || undefined}
      actions={
        rows.length > 0 ? (
          <TextLink className="mr-1.5 text-xs" href={href}>
            {t.filterFindings}
          </TextLink>
        ) : undefined
      }
    >
      <FindingsTable
        label={t.findings}
        rows={rows}
        loading={list.isPending}
        error={
          list.error && !list.data ? (
            <Failure error={list.error} onRetry={() => void list.refetch()} />
          ) : undefined
        }
        empty={<EmptyState body={t.findingsEmpty(firmName)} title={strings.findings.emptyTitle} />}
        footer={
          hasMore ? (
            <div className="border-t border-border-soft px-4 py-3 sm:px-5 text-xs">
              <TextLink href={href}>{t.allFindings(totalText)}</TextLink>
            </div>
          ) : undefined
        }
      />
    </Card>
  );
}
