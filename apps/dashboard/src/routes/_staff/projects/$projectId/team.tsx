import { createFileRoute } from '@tanstack/react-router';
import { TeamPage } from '../../../../features/projects/team-page.tsx';

export const Route = createFileRoute('/_staff/projects/$projectId/team')({ component: Team });

function Team() {
  const { projectId } = Route.useParams();
  return <TeamPage key={projectId} projectId={projectId} />;
}
