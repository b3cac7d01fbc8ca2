import type { ReleasedReport } from '@sallyport/contracts/portal';
import { Card, EmptyState, PortalTitle, SkeletonShape, TextLink } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { QueryView } from '../../components/query-view.tsx';
import { ReportList } from '../../components/report-list.tsx';
import { useCurrentCustomer } from '../../lib/current-customer.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { byProject } from './by-project.ts';
import { reportListOptions } from './reports.queries.ts';

const t = strings.reports;

/** Every released version, by project; what is newest comes first. */
export function ReportsPage() {
  usePageTitle(t.title);
  const { firmName } = useCurrentCustomer();
  const reports = useQuery(reportListOptions());
  return (
    <>
      <PortalTitle title={t.title} subtitle={t.subtitle(firmName)} />
      <QueryView query={reports} skeleton={<Loading />}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Card label={t.title}>
              <div className="py-14">
                <EmptyState icon="report" title={t.emptyTitle} body={t.emptyBody(firmName)} />
              </div>
            </Card>
          ) : (
            <div className="flex flex-col gap-4">
              {byProject(rows).map((versions) => (
                <ProjectCard key={versions[0].projectId} versions={versions} />
              ))}
            </div>
          )
        }
      </QueryView>
    </>
  );
}

function ProjectCard({ versions }: { versions: readonly [ReleasedReport, ...ReleasedReport[]] }) {
  const [{ projectId, projectName }] = versions;
  return (
    <Card
      title={projectName}
      actions={
        <TextLink className="mr-1.5 text-xs" href={`/projects/${projectId}`}>
          {t.toProject}
          <span className="sr-only">: {projectName}</span>
        </TextLink>
      }
    >
      <div className="px-4 py-1.5 sm:px-5">
        <ReportList reports={versions} />
      </div>
    </Card>
  );
}

function Loading() {
  return (
    <div className="ui-card p-5">
      <SkeletonShape shape="list" rows={4} />
    </div>
  );
}
