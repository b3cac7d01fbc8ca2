import { Button, Card, DataTable, EmptyState, SectionHeader } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { Failure } from '../../components/failure.tsx';
import { PROJECT_COLUMNS } from '../../components/project-columns.tsx';
import { canCreateProjects } from '../../lib/abilities.ts';
import { useCurrentUser } from '../../lib/current-user.ts';
import { trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.projects.home;
const SHOWN = 8;
const { reference, name, status, findings, leads, ends } = PROJECT_COLUMNS;
/** Here the order is given: what ends first stands first. */
const COLUMNS = [
  reference,
  { ...name, sortKey: undefined },
  status,
  findings,
  leads,
  { ...ends, sortKey: undefined },
];

/** The open projects that one is on, what ends first on top. */
export function MyProjects() {
  const mayCreate = canCreateProjects(useCurrentUser());
  const list = useQuery(
    trpc.projects.listProjects.queryOptions({
      isMine: true,
      status: ['UPCOMING', 'IN_PROGRESS'],
      sort: { field: 'testEnd', direction: 'asc' },
      limit: SHOWN,
    }),
  );
  const total = list.data?.total;
  return (
    <section>
      <SectionHeader
        title={t.heading}
        count={total && total.count > 0 ? strings.common.rows(total.count, total.isExact) : undefined}
        actions={
          <Button size="sm" variant="ghost" href="/projects" iconEnd="arrow-right">
            {t.all}
          </Button>
        }
      />
      <Card label={t.heading}>
        <DataTable
          label={t.heading}
          inCard
          columns={COLUMNS}
          rows={list.data?.rows ?? []}
          rowKey={(row) => row.id}
          rowName={(row) => row.name}
          onRowHref={(row) => `/projects/${row.id}`}
          loading={list.isPending}
          skeletonRows={3}
          error={list.error ? <Failure error={list.error} onRetry={() => void list.refetch()} /> : undefined}
          empty={
            <EmptyState
              icon="target"
              title={t.emptyTitle}
              body={mayCreate ? t.emptyCreate : t.emptyBody}
              actions={
                mayCreate ? (
                  <Button size="sm" href="/projects/new">
                    {strings.projects.newProject}
                  </Button>
                ) : undefined
              }
            />
          }
        />
      </Card>
    </section>
  );
}
