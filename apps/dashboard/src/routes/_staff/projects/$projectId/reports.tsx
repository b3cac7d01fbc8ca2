import { createFileRoute } from '@tanstack/react-router';
import { reportListOptions } from '../../../../features/reports/reports.queries.ts';
import { ReportsPage } from '../../../../features/reports/reports-page.tsx';

export const Route = createFileRoute('/_staff/projects/$projectId/reports')({
  loader: ({ context, params }) =>
    void context.queryClient.prefetchQuery(reportListOptions(params.projectId)),
  component: Reports,
});

function Reports() {
  const { projectId } = Route.useParams();
  return <ReportsPage key={projectId} projectId={projectId} />;
}
