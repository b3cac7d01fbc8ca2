import { createFileRoute } from '@tanstack/react-router';
import { findingListOptions } from '../../../features/findings/findings.queries.ts';
import { FindingsPage } from '../../../features/findings/findings-page.tsx';
import { readFindingSearch } from '../../../lib/finding-search.ts';

export const Route = createFileRoute('/_portal/findings/')({
  validateSearch: readFindingSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.queryClient.prefetchInfiniteQuery(findingListOptions(deps)),
  component: Findings,
});

function Findings() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <FindingsPage
      search={search}
      onSearch={(patch) => void navigate({ search: (old) => ({ ...old, ...patch }), replace: true })}
    />
  );
}
