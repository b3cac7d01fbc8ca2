import {
  Button,
  Card,
  CodeText,
  EmptyState,
  KeyValueList,
  PageTitle,
  RichTextView,
  SectionHeader,
  SkeletonShape,
} from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Project, ProjectFrame, ProjectScreen } from '../../components/project-frame.tsx';
import { ProjectStatus } from '../../components/project-status.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { CompleteDialog } from './complete-dialog.tsx';
import { Missing } from './missing-list.tsx';
import { projectFacts } from './project-facts.tsx';
import { SeverityCards } from './severity-cards.tsx';

const t = strings.projects;

/** One project at a glance: what it is, what was found, what is missing. */
export function SummaryPage({ projectId }: { projectId: string }) {
  return (
    <ProjectScreen projectId={projectId} tab="summary">
      {(project) => <Summary project={project} />}
    </ProjectScreen>
  );
}

function Summary({ project }: { project: Project }) {
  const { abilities, id } = project;
  const [isCompleting, setCompleting] = useState(false);
  return (
    <ProjectFrame
      project={project}
      tab="summary"
      actions={
        <>
          {abilities.canGovern ? (
            <Button icon="pencil" href={`/projects/${id}/edit`}>
              {t.edit}
            </Button>
          ) : null}
          {abilities.canComplete ? (
            <Button variant="primary" icon="check-circle" onClick={() => setCompleting(true)}>
              {t.complete.action}
            </Button>
          ) : null}
        </>
      }
    >
      <CodeText muted>{project.reference}</CodeText>
      <PageTitle
        title={project.name}
        tags={<ProjectStatus project={project} />}
        subtitle={project.company.name}
      />
      <div className="mt-5 grid items-start gap-x-8 gap-y-7 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-7">
          <Findings project={project} />
          <section>
            <SectionHeader title={t.description} />
            <Description project={project} />
          </section>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Card title={t.facts.heading} padded>
            <KeyValueList items={projectFacts(project)} />
          </Card>
          {abilities.canComplete ? <Completeness projectId={id} /> : null}
        </div>
      </div>
      {isCompleting ? <CompleteDialog project={project} onClose={() => setCompleting(false)} /> : null}
    </ProjectFrame>
  );
}

function Findings({ project }: { project: Project }) {
  const { id, findingCount, publishedCount, abilities } = project;
  return (
    <section>
      <SectionHeader
        title={t.findings}
        count={findingCount}
        actions={
          findingCount > 0 ? (
            <>
              <span className="text-xs text-text-3 max-sm:hidden">
                {t.facts.published(publishedCount, findingCount)}
              </span>
              <Button size="sm" variant="ghost" href={`/projects/${id}/findings`} iconEnd="arrow-right">
                {t.toFindings}
              </Button>
            </>
          ) : undefined
        }
      />
      {findingCount > 0 ? (
        <SeverityCards counts={project.findings} />
      ) : (
        <Card label={t.findings}>
          <div className="py-4">
            <EmptyState
              icon="search"
              title={t.noFindingsYet}
              body={abilities.canWrite ? t.noFindingsBody : undefined}
              actions={
                abilities.canWrite ? (
                  <>
                    <Button size="sm" icon="upload" href={`/projects/${id}/import`}>
                      {t.toImport}
                    </Button>
                    <Button size="sm" href={`/projects/${id}/findings`}>
                      {t.toFindings}
                    </Button>
                  </>
                ) : undefined
              }
            />
          </div>
        </Card>
      )}
    </section>
  );
}

function Description({ project: { id, description, abilities } }: { project: Project }) {
  if (description.trim() !== '')
    return (
      <div className="max-w-readable">
        <RichTextView text={description} evidence={() => null} />
      </div>
    );
  return (
    <Card label={t.description}>
      <div className="py-4">
        <EmptyState
          icon="pencil"
          title={t.noDescription}
          body={abilities.canGovern ? t.noDescriptionBody : undefined}
          actions={
            abilities.canGovern ? (
              <Button size="sm" href={`/projects/${id}/edit`}>
                {t.edit}
              </Button>
            ) : undefined
          }
        />
      </div>
    </Card>
  );
}

function Completeness({ projectId }: { projectId: string }) {
  const completion = useQuery(trpc.projects.previewCompletion.queryOptions({ projectId }));
  const missing = completion.data?.missing;
  return (
    <Card
      title={missing?.length === 0 ? t.missing.headingReady : t.missing.heading}
      count={missing && missing.length > 0 ? missing.length : undefined}
      padded
    >
      <QueryView query={completion} skeleton={<SkeletonShape shape="text" rows={4} />}>
        {(data) => <Missing projectId={projectId} missing={data.missing} />}
      </QueryView>
    </Card>
  );
}
