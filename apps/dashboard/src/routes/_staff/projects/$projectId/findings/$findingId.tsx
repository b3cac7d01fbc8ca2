import { createFileRoute } from '@tanstack/react-router';
import { FindingPage } from '../../../../../features/findings/finding-page.tsx';
import { filtersOf, readFindingSearch } from '../../../../../features/findings/finding-search.ts';
import { findingListOptions, findingOptions } from '../../../../../features/findings/findings.queries.ts';

export const Route = createFileRoute('/_staff/projects/$projectId/findings/$findingId')({
  validateSearch: readFindingSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, params, deps }) => {
    void queryClient.prefetchQuery(findingOptions(params.findingId));
    void queryClient.prefetchInfiniteQuery(findingListOptions(params.projectId, filtersOf(deps)));
  },
  component: Finding,
});

function Finding() {
  const { projectId, findingId } = Route.useParams();
  return <FindingPage projectId={projectId} findingId={findingId} search={Route.useSearch()} />;
}
