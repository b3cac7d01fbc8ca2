import { CompanySort } from '@sallyport/contracts/staff';
import { z } from 'zod';
import type { CompanyFilters } from './companies.queries.ts';

/** What the address of the table says. Damaged parts are left out. */
export const CompanySearch = z.object({
  search: z.string().max(100).optional().catch(undefined),
  sort: CompanySort.optional().catch(undefined),
  direction: z.enum(['asc', 'desc']).optional().catch(undefined),
});
export type CompanySearch = z.infer<typeof CompanySearch>;

/** The question that an address asks the server. */
export function filtersOf({ search, sort, direction }: CompanySearch): CompanyFilters {
  return {
    search: search ?? '',
    sort: { field: sort ?? 'name', direction: direction ?? 'asc' },
  };
}
