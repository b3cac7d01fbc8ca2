import { createFileRoute } from '@tanstack/react-router';
import { EditProjectPage } from '../../../../features/projects/edit-project-page.tsx';

export const Route = createFileRoute('/_staff/projects/$projectId/edit')({ component: Edit });

function Edit() {
  const { projectId } = Route.useParams();
  return <EditProjectPage key={projectId} projectId={projectId} />;
}
