import { ErrorCode } from '@sallyport/contracts/common';
import { ChangeReasonInput, CompanyDetail, Permission } from '@sallyport/contracts/staff';
import { archiveCompany as putAway } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { reloadedCompanyDetail } from './company-detail.ts';

/** U8, U2: puts a client company away; its customers are out at their next request, and nothing of theirs is removed. */
export const archiveCompany = procedure
  .staff({
    permission: Permission.ManageCompanies,
    on: 'company',
    action: 'company.update',
    changesAccess: true,
  })
  .input(ChangeReasonInput)
  .output(CompanyDetail)
  .mutation(async ({ tx, call, grant, input: { reason } }) => {
    call.authorize({ action: 'company.update', company: grant.facts });
    const customers = await putAway(tx, grant);
    if (customers === null) throw new AppError(ErrorCode.StaleEdit);
    await writeAudit(call, {
      action: 'company.archived',
      objectType: 'company',
      objectId: grant.id,
      reason,
      before: { isArchived: false },
      after: { isArchived: true, customers },
    });
    return reloadedCompanyDetail(call, grant.id);
  });
