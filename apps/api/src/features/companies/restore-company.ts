import { ErrorCode } from '@sallyport/contracts/common';
import { ChangeReasonInput, CompanyDetail, Permission } from '@sallyport/contracts/staff';
import { restoreCompany as bringBack } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { reloadedCompanyDetail } from './company-detail.ts';

/** U8: brings a client company back into use; its customers sign in anew, with the groups they had. */
export const restoreCompany = procedure
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
    if (!(await bringBack(tx, grant))) throw new AppError(ErrorCode.StaleEdit);
    await writeAudit(call, {
      action: 'company.restored',
      objectType: 'company',
      objectId: grant.id,
      reason,
      before: { isArchived: true },
      after: { isArchived: false },
    });
    return reloadedCompanyDetail(call, grant.id);
  });
