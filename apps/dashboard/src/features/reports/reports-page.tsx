import { Button, Card, EmptyState, SectionHeader, SkeletonShape, useToast } from '@sallyport/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Project, ProjectFrame, ProjectScreen } from '../../components/project-frame.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useJobPolling } from '../../lib/live-status.ts';
import { problemOf } from '../../lib/problem-of.ts';
import { trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { ReleaseDialog } from './release-dialog.tsx';
import { ReportRow } from './report-row.tsx';
import { isRunning, type Report, reportListOptions, reportsChanged } from './reports.queries.ts';

const t = strings.reports;

/** The reports of a project: drafts for the team, versions for the client. */
export function ReportsPage({ projectId }: { projectId: string }) {
  return (
    <ProjectScreen projectId={projectId} tab="reports">
      {(project) => <Reports project={project} />}
    </ProjectScreen>
  );
}

function Reports({ project }: { project: Project }) {
  const toast = useToast();
  const queryClient = useQueryClient();
  const [releasing, setReleasing] = useState<Report | null>(null);
  const list = useQuery(reportListOptions(project.id));
  useJobPolling(list.data?.rows.some(isRunning) ?? false, () => list.refetch());
  const generation = useMutation(
    trpc.reports.generateReport.mutationOptions({
      onSuccess: ({ number }) => toast.show({ title: t.queued(number) }),
      onError: (error) => {
        const title = problemOf(error);
        if (title) toast.show({ tone: 'negative', title });
      },
      onSettled: () => reportsChanged(queryClient),
    }),
  );
  const generate = () => generation.mutate({ projectId: project.id });
  const { canReport } = project.abilities;
  const button = (size: 'sm' | 'md') => (
    <Button
      size={size}
      variant="primary"
      icon="report"
      busy={generation.isPending}
      busyLabel={t.queueing}
      onClick={generate}
    >
      {t.generate}
    </Button>
  );
  const row = (report: Report) => (
    <ReportRow
      key={report.id}
      project={project}
      report={report}
      isRetrying={generation.isPending}
      onRetry={generate}
      onRelease={() => setReleasing(report)}
    />
  );
  const hasRows = (list.data?.rows.length ?? 0) > 0;
  return (
    <ProjectFrame project={project} tab="reports" actions={canReport && hasRows ? button('md') : undefined}>
      <h1 className="sr-only">{t.heading}</h1>
      <QueryView query={list} skeleton={<SkeletonShape shape="list" rows={6} />}>
        {({ rows }) =>
          rows.length === 0 ? (
            <div className="py-16">
              <EmptyState
                icon="report"
                title={t.emptyTitle}
                body={canReport ? t.emptyBody(project.company.name) : t.emptyNoRight}
                actions={canReport ? button('sm') : undefined}
              />
            </div>
          ) : (
            <div className="flex max-w-4xl flex-col gap-7">
              <Group
                title={t.released}
                rows={rows.filter(({ releasedAt }) => releasedAt !== null)}
                empty={t.releasedEmpty(project.company.name)}
                row={row}
              />
              <Group
                title={t.drafts}
                rows={rows.filter(({ releasedAt }) => releasedAt === null)}
                empty={t.draftsEmpty}
                row={row}
              />
            </div>
          )
        }
      </QueryView>
      {releasing ? (
        <ReleaseDialog project={project} report={releasing} onClose={() => setReleasing(null)} />
      ) : null}
    </ProjectFrame>
  );
}

function Group({
  title,
  rows,
  empty,
  row,
}: {
  title: string;
  rows: readonly Report[];
  empty: string;
  row: (report: Report) => ReactNode;
}) {
  return (
    <section>
      <SectionHeader title={title} count={rows.length} />
      <Card label={title}>
        {rows.length > 0 ? (
          <ul className="divide-y divide-border-soft">{rows.map(row)}</ul>
        ) : (
          <p className="px-3.5 py-3 text-text-3">{empty}</p>
        )}
      </Card>
    </section>
  );
}
