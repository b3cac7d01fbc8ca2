import { Breadcrumbs, Card, RichTextView, SkeletonShape } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { OpenCounts } from '../../components/open-counts.tsx';
import { ProjectStatus } from '../../components/project-status.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useMay } from '../../lib/may.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { ProjectFacts } from './project-facts.tsx';
import { ProjectFindings } from './project-findings.tsx';
import { ProjectReports } from './project-reports.tsx';
import { type Project, projectOptions } from './projects.queries.ts';
import { ScopeCard } from './scope-card.tsx';

const t = strings.projects;

/** One project: what was tested, what was found, what can be downloaded. */
export function ProjectPage({ projectId }: { projectId: string }) {
  const project = useQuery(projectOptions(projectId));
  usePageTitle(project.data?.name ?? t.title);
  return (
    <QueryView query={project} skeleton={<Loading />}>
      {(data) => <Loaded project={data} />}
    </QueryView>
  );
}

function Loaded({ project }: { project: Project }) {
  const maySeeFindings = useMay('view-findings');
  const mayDownload = useMay('download-reports');
  return (
    <>
      <div className="crumb-line">
        <Breadcrumbs crumbs={[{ label: t.title, href: '/projects' }, { label: project.name }]} />
      </div>
      <header className="mb-6 flex flex-col items-start gap-2.5">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <ProjectStatus status={project.status} />
          {project.open && project.findingCount ? <OpenCounts open={project.open} /> : null}
        </div>
        <h1 className="page-title">{project.name}</h1>
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="flex min-w-0 flex-col gap-4">
          {project.description ? (
            <Card title={t.about} padded>
              <RichTextView text={project.description} evidence={() => null} hideMissing headingLevel={3} />
            </Card>
          ) : null}
          {maySeeFindings ? <ProjectFindings projectId={project.id} /> : null}
          {mayDownload ? <ProjectReports projectId={project.id} /> : null}
          {project.scope.length > 0 ? <ScopeCard scope={project.scope} /> : null}
        </div>
        <aside className="max-lg:row-start-1" aria-label={t.details}>
          <Card title={t.details} padded>
            <ProjectFacts project={project} />
          </Card>
        </aside>
      </div>
    </>
  );
}

function Loading() {
  return (
    <div className="grid items-start gap-4 pt-32 lg:grid-cols-[minmax(0,1fr)_340px]">
      <div className="ui-card p-5">
        <SkeletonShape shape="list" rows={8} />
      </div>
      <div className="ui-card h-48 max-lg:hidden" aria-hidden="true" />
    </div>
  );
}
