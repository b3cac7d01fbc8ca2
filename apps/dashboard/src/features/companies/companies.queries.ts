import { infiniteQueryOptions, keepPreviousData, type QueryClient } from '@tanstack/react-query';
import { client, type Inputs, type Outputs, trpc } from '../../lib/trpc.ts';

export type CompanyDetail = Outputs['companies']['getCompany'];
export type CompanyRow = Outputs['companies']['listCompanies']['rows'][number];
export type CompanyContact = NonNullable<CompanyDetail['profile']>['contacts'][number];
export type CustomerRow = Outputs['customers']['listCustomers']['rows'][number];
export type CompanyFilters = Omit<Inputs['companies']['listCompanies'], 'cursor' | 'limit'>;

const ROWS_PER_PAGE = 40;

/** The table of companies, page after page. */
export function companyListOptions(filters: CompanyFilters) {
  return infiniteQueryOptions({
    queryKey: [...trpc.companies.listCompanies.queryKey(), 'pages', filters],
    queryFn: ({ pageParam, signal }) =>
      client.companies.listCompanies.query(
        { ...filters, limit: ROWS_PER_PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Outputs['companies']['listCompanies']) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function companyOptions(companyId: string) {
  return trpc.companies.getCompany.queryOptions({ companyId });
}

export function customerListOptions(companyId: string) {
  return trpc.customers.listCustomers.queryOptions({ companyId });
}

/** After a change of a company: whatever shows its name, logo or customers is asked for again. */
export async function companyChanged(queryClient: QueryClient): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries(trpc.companies.pathFilter()),
    queryClient.invalidateQueries(trpc.customers.pathFilter()),
    queryClient.invalidateQueries(trpc.projects.pathFilter()),
  ]);
}
