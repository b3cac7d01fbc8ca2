import { CompanyDetail } from '@sallyport/contracts/staff';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { companyDetail } from './company-detail.ts';

export const getCompany = procedure
  .staff({ permission: null, on: 'company', action: 'company.read' })
  .input(NoInput)
  .output(CompanyDetail)
  .query(async ({ call, grant }) => {
    call.authorize({ action: 'company.read', company: grant.facts });
    return companyDetail(call, grant);
  });
