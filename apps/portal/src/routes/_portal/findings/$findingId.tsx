import { createFileRoute } from '@tanstack/react-router';
import { FindingPage } from '../../../features/findings/finding-page.tsx';
import { findingOptions } from '../../../features/findings/findings.queries.ts';

export const Route = createFileRoute('/_portal/findings/$findingId')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(findingOptions(params.findingId)),
  component: Finding,
});

function Finding() {
  const { findingId } = Route.useParams();
  return <FindingPage key={findingId} findingId={findingId} />;
}
