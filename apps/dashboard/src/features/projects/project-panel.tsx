import { Button, KeyValueList, SectionHeader, SidePanel, SkeletonShape } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import type { Project } from '../../components/project-frame.tsx';
import { ProjectStatus } from '../../components/project-status.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { Missing } from './missing-list.tsx';
import { projectFacts } from './project-facts.tsx';
import { projectOptions } from './projects.queries.ts';
import { SeverityCards } from './severity-cards.tsx';

const t = strings.projects;

/** A project beside the list, which keeps its place. */
export function ProjectPanel({
  projectId,
  ...walk
}: {
  projectId: string;
  position: string | undefined;
  onPrev: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onClose: () => void;
}) {
  const project = useQuery(projectOptions(projectId));
  const { data } = project;
  return (
    <SidePanel
      {...walk}
      keyText={data?.reference}
      title={data?.name ?? (project.error ? strings.common.failedTitle : strings.shell.loading)}
      href={`/projects/${projectId}`}
      meta={data ? <ProjectStatus project={data} /> : null}
      footer={
        data ? (
          <>
            <Button variant="primary" href={`/projects/${projectId}`} iconEnd="arrow-right">
              {t.open}
            </Button>
            <Button href={`/projects/${projectId}/findings`}>{t.tabs.findings}</Button>
          </>
        ) : null
      }
    >
      <QueryView query={project} skeleton={<SkeletonShape shape="text" rows={10} />}>
        {(found) => <PanelBody project={found} />}
      </QueryView>
    </SidePanel>
  );
}

function PanelBody({ project }: { project: Project }) {
  const completion = useQuery(
    trpc.projects.previewCompletion.queryOptions(
      { projectId: project.id },
      { enabled: project.abilities.canComplete },
    ),
  );
  return (
    <div className="flex flex-col items-stretch gap-4">
      <SeverityCards counts={project.findings} />
      <KeyValueList items={projectFacts(project).filter(({ key }) => key !== 'shown')} />
      {completion.data ? (
        <section className="border-t border-border pt-2">
          <SectionHeader
            level={3}
            title={completion.data.missing.length > 0 ? t.missing.heading : t.missing.headingReady}
          />
          <Missing projectId={project.id} missing={completion.data.missing} />
        </section>
      ) : null}
    </div>
  );
}
