import { ErrorCode } from '@sallyport/contracts/common';
import { CompanyPolicy, Permission, UpdateCompanyPolicyInput } from '@sallyport/contracts/staff';
import { readCompanyPolicy, saveCompanyPolicy } from '@sallyport/db/identity';
import { changedValues } from '../../audit/changed-values.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { companyPolicyView } from './company-policy-view.ts';

/** S5, S6: whether a company's customers need a second factor, and after how long without use they sign in again. */
export const updateCompanyPolicy = procedure
  .staff({
    permission: Permission.ManageCompanies,
    on: 'company',
    action: 'companyPolicy.update',
    changesAccess: true,
  })
  .input(UpdateCompanyPolicyInput)
  .output(CompanyPolicy)
  .mutation(async ({ tx, call, grant, input: { isFactorRequired, idleMinutes, version } }) => {
    call.authorize({ action: 'companyPolicy.update', company: grant.facts });
    const before = await readCompanyPolicy(tx, grant);
    const fields = { isFactorRequired, idleMinutes };
    if (!(await saveCompanyPolicy(tx, grant, version, fields))) throw new AppError(ErrorCode.StaleEdit);
    await writeAudit(call, {
      action: 'company-policy.updated',
      objectType: 'company',
      objectId: grant.id,
      ...changedValues(before, fields),
    });
    return companyPolicyView(tx, grant);
  });
