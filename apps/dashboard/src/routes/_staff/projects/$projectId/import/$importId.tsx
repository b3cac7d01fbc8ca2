import { createFileRoute } from '@tanstack/react-router';
import { ImportPage } from '../../../../../features/imports/import-page.tsx';
import { importOptions } from '../../../../../features/imports/imports.queries.ts';

export const Route = createFileRoute('/_staff/projects/$projectId/import/$importId')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(importOptions(params.importId)),
  component: Import,
});

function Import() {
  const { projectId, importId } = Route.useParams();
  return <ImportPage projectId={projectId} importId={importId} />;
}
