import type { CompanyPolicy } from '@sallyport/contracts/staff';
import { companyPolicyEffect, type Grant, readCompanyPolicy, type Tx } from '@sallyport/db';

/** The policy of a company, and whom it reaches. */
export async function companyPolicyView(tx: Tx, grant: Grant<'company'>): Promise<CompanyPolicy> {
  return { ...(await readCompanyPolicy(tx, grant)), ...(await companyPolicyEffect(tx, grant)) };
}
