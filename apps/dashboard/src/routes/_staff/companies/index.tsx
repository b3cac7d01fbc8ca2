import { createFileRoute } from '@tanstack/react-router';
import { companyListOptions } from '../../../features/companies/companies.queries.ts';
import { CompaniesPage } from '../../../features/companies/companies-page.tsx';
import { filtersOf, readCompanySearch } from '../../../features/companies/company-search.ts';

export const Route = createFileRoute('/_staff/companies/')({
  validateSearch: readCompanySearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) =>
    void queryClient.prefetchInfiniteQuery(companyListOptions(filtersOf(deps))),
  component: Companies,
});

function Companies() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <CompaniesPage
      search={search}
      onSearch={(patch) => void navigate({ search: (old) => ({ ...old, ...patch }), replace: true })}
    />
  );
}
