import type { CompanyPolicy } from '@sallyport/contracts/staff';
import type { Grant, Tx } from '@sallyport/db';
import { companyPolicyEffect, readCompanyPolicy } from '@sallyport/db/identity';

/** The policy of a company, and whom it reaches. */
export async function companyPolicyView(tx: Tx, grant: Grant<'company'>): Promise<CompanyPolicy> {
  return { ...(await readCompanyPolicy(tx, grant)), ...(await companyPolicyEffect(tx, grant)) };
}
