import { createFileRoute } from '@tanstack/react-router';
import { filtersOf, readFindingSearch } from '../../../../../features/findings/finding-search.ts';
import { findingListOptions } from '../../../../../features/findings/findings.queries.ts';
import { FindingsPage } from '../../../../../features/findings/findings-page.tsx';

export const Route = createFileRoute('/_staff/projects/$projectId/findings/')({
  validateSearch: readFindingSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, params, deps }) =>
    void queryClient.prefetchInfiniteQuery(findingListOptions(params.projectId, filtersOf(deps))),
  component: Findings,
});

function Findings() {
  const { projectId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <FindingsPage
      key={projectId}
      projectId={projectId}
      search={search}
      onSearch={(patch) => void navigate({ search: (old) => ({ ...old, ...patch }), replace: true })}
    />
  );
}
