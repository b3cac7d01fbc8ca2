import { createFileRoute } from '@tanstack/react-router';
import { filtersOf, readProjectSearch } from '../../../features/projects/project-search.ts';
import { projectListOptions } from '../../../features/projects/projects.queries.ts';
import { ProjectsPage } from '../../../features/projects/projects-page.tsx';

export const Route = createFileRoute('/_staff/projects/')({
  validateSearch: readProjectSearch,
  loaderDeps: ({ search: { open: _open, ...search } }) => search,
  loader: ({ context: { queryClient }, deps }) =>
    void queryClient.prefetchInfiniteQuery(projectListOptions(filtersOf(deps))),
  component: Projects,
});

function Projects() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <ProjectsPage
      search={search}
      onSearch={(patch) => void navigate({ search: (old) => ({ ...old, ...patch }), replace: true })}
    />
  );
}
