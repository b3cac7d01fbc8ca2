import { createRouter } from '../../trpc/procedure.ts';
import { getCompanyPolicy } from './get-company-policy.ts';
import { updateCompanyPolicy } from './update-company-policy.ts';

export const companyPolicyRouter = createRouter({ get: getCompanyPolicy, update: updateCompanyPolicy });
