import { CompanyPolicy, Permission } from '@sallyport/contracts/staff';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { companyPolicyView } from './company-policy-view.ts';

/** What is decided for the customers of a company. */
export const getCompanyPolicy = procedure
  .staff({ permission: Permission.ManageCompanies, on: 'company', action: 'companyPolicy.read' })
  .input(NoInput)
  .output(CompanyPolicy)
  .query(async ({ tx, call, grant }) => {
    call.authorize({ action: 'companyPolicy.read', company: grant.facts });
    return companyPolicyView(tx, grant);
  });
