import { UpdateProjectInput } from '@sallyport/contracts/staff';
import { PageTitle, SkeletonShape, useToast } from '@sallyport/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type Project, ProjectFrame, ProjectScreen } from '../../components/project-frame.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { client, trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { END_BEFORE_START, endsAfterStart, ProjectForm, projectInput } from './project-form.tsx';
import { projectChanged, projectOptions } from './projects.queries.ts';

const t = strings.projects;
const ChangedProject = UpdateProjectInput.refine(endsAfterStart, END_BEFORE_START);

/** Changes what a project is. */
export function EditProjectPage({ projectId }: { projectId: string }) {
  return (
    <ProjectScreen projectId={projectId} tab="summary">
      {(project) => <Editor project={project} />}
    </ProjectScreen>
  );
}

function Editor({ project }: { project: Project }) {
  const { id, version } = project;
  const toast = useToast();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const choices = useQuery(trpc.projects.getProjectChoices.queryOptions());
  return (
    <ProjectFrame project={project} tab="summary" crumbs={[{ label: t.form.editTitle }]}>
      <div className="mx-auto w-full max-w-[42rem]">
        <PageTitle title={t.form.editTitle} subtitle={project.company.name} />
        <QueryView query={choices} skeleton={<SkeletonShape shape="form" rows={6} />}>
          {(data) => (
            <ProjectForm
              schema={ChangedProject}
              initial={{
                name: project.name,
                typeId: project.typeId as string,
                approach: project.approach ?? '',
                testStart: project.testStart ?? '',
                testEnd: project.testEnd ?? '',
                standardIds: project.standards.map((standard) => standard.id as string),
                description: project.description,
              }}
              toInput={(values) => ({ ...projectInput(values), version })}
              draftKey={`project.${id}.${version}`}
              choices={data}
              submit={strings.common.save}
              busy={strings.common.saving}
              cancelHref={`/projects/${id}`}
              onStale={() => queryClient.invalidateQueries(projectOptions(id))}
              onSubmit={async (input) => {
                await client.projects.updateProject.mutate({ projectId: id, ...input });
                await projectChanged(queryClient);
                toast.show({ title: t.form.saved });
                await navigate({
                  to: '/projects/$projectId',
                  params: { projectId: id },
                  ignoreBlocker: true,
                });
              }}
            />
          )}
        </QueryView>
      </div>
    </ProjectFrame>
  );
}
