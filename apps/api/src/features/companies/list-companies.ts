import { CompanyPage, ListCompaniesInput } from '@sallyport/contracts/staff';
import { listCompanies as readCompanies, visibleCompanies } from '@sallyport/db';
import { procedure } from '../../trpc/procedure.ts';
import { companyRow } from './company-view.ts';

/** The client companies that the caller sees; counts are of what the caller sees of them. */
export const listCompanies = procedure
  .staff({ permission: null, action: 'company.list' })
  .input(ListCompaniesInput)
  .output(CompanyPage)
  .query(async ({ tx, call, input }) => {
    call.authorize({ action: 'company.list' });
    const { principal } = call;
    const page = await readCompanies(tx, input, visibleCompanies(principal), principal);
    return { ...page, rows: page.rows.map(companyRow) };
  });
