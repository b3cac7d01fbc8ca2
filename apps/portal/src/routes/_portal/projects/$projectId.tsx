import { createFileRoute } from '@tanstack/react-router';
import { ProjectPage } from '../../../features/projects/project-page.tsx';
import { projectOptions } from '../../../features/projects/projects.queries.ts';

export const Route = createFileRoute('/_portal/projects/$projectId')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(projectOptions(params.projectId)),
  component: Project,
});

function Project() {
  const { projectId } = Route.useParams();
  return <ProjectPage key={projectId} projectId={projectId} />;
}
