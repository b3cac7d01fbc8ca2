import { COMPANY_SORTS } from '@sallyport/contracts/staff';
import { DIRECTIONS, oneOf, readAddress, text } from '../../lib/read-address.ts';
import type { CompanyFilters } from './companies.queries.ts';

/** What the address of the table says. Damaged parts are left out. */
export const readCompanySearch = readAddress({
  search: text(100),
  sort: oneOf(COMPANY_SORTS),
  direction: oneOf(DIRECTIONS),
});
export type CompanySearch = ReturnType<typeof readCompanySearch>;

/** The question that an address asks the server. */
export function filtersOf({ search, sort, direction }: CompanySearch): CompanyFilters {
  return {
    search: search ?? '',
    sort: { field: sort ?? 'name', direction: direction ?? 'asc' },
  };
}
