import { Button, DataTable, EmptyState, LoadMore } from '@sallyport/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Failure } from '../../components/failure.tsx';
import { PROJECT_COLUMNS } from '../../components/project-columns.tsx';
import { strings } from '../../strings/strings.ts';
import { projectListOptions } from '../projects/projects.queries.ts';
import type { CompanyDetail } from './companies.queries.ts';
import { CompanyFrame, CompanyScreen } from './company-frame.tsx';

const t = strings.companies;
const { reference, name, status, findings, leads, ends } = PROJECT_COLUMNS;

/** The engagements for one client. */
export function CompanyProjectsPage({ companyId }: { companyId: string }) {
  return (
    <CompanyScreen companyId={companyId} tab="projects">
      {(company) => <Projects company={company} />}
    </CompanyScreen>
  );
}

function Projects({ company }: { company: CompanyDetail }) {
  const { canCreateProject } = company.abilities;
  const list = useInfiniteQuery(
    projectListOptions({
      search: '',
      companyId: company.id,
      status: [],
      sort: { field: 'createdAt', direction: 'desc' },
    }),
  );
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = list.data?.pages.at(-1)?.total;
  const newHref = `/projects/new?company=${company.id}`;
  return (
    <CompanyFrame
      company={company}
      tab="projects"
      flush
      actions={
        canCreateProject ? (
          <Button variant="primary" icon="plus" href={newHref}>
            {t.newProject}
          </Button>
        ) : undefined
      }
    >
      <DataTable
        label={t.projects.label}
        columns={[reference, name, status, findings, leads, ends]}
        rows={rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        onRowHref={(row) => `/projects/${row.id}`}
        loading={list.isPending}
        skeletonRows={6}
        error={
          list.error && rows.length === 0 ? (
            <Failure error={list.error} onRetry={() => void list.refetch()} />
          ) : undefined
        }
        empty={
          <EmptyState
            icon="target"
            title={t.projects.emptyTitle}
            body={canCreateProject ? t.projects.emptyBody : t.projects.emptyNoRight}
            actions={
              canCreateProject ? (
                <Button size="sm" variant="primary" href={newHref}>
                  {t.newProject}
                </Button>
              ) : undefined
            }
          />
        }
        footer={
          total && rows.length > 0 ? (
            <LoadMore
              countText={t.shown(rows.length, strings.common.rows(total.count, total.isExact))}
              hasMore={list.hasNextPage}
              busy={list.isFetchingNextPage}
              onMore={() => void list.fetchNextPage()}
            />
          ) : undefined
        }
      />
    </CompanyFrame>
  );
}
