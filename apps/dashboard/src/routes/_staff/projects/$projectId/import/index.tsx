import { createFileRoute } from '@tanstack/react-router';
import { importListOptions } from '../../../../../features/imports/imports.queries.ts';
import { ImportsPage } from '../../../../../features/imports/imports-page.tsx';

export const Route = createFileRoute('/_staff/projects/$projectId/import/')({
  loader: ({ context, params }) =>
    void context.queryClient.prefetchQuery(importListOptions(params.projectId)),
  component: Imports,
});

function Imports() {
  const { projectId } = Route.useParams();
  return <ImportsPage key={projectId} projectId={projectId} />;
}
