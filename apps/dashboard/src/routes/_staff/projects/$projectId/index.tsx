import { createFileRoute } from '@tanstack/react-router';
import { SummaryPage } from '../../../../features/projects/summary-page.tsx';

export const Route = createFileRoute('/_staff/projects/$projectId/')({ component: Summary });

function Summary() {
  const { projectId } = Route.useParams();
  return <SummaryPage key={projectId} projectId={projectId} />;
}
