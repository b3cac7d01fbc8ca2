import { ErrorCode } from '@sallyport/contracts/common';
import { CompanyDetail, Permission, RemoveLogoInput } from '@sallyport/contracts/staff';
import { clearLogo } from '@sallyport/db';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { reloadedCompanyDetail } from './company-detail.ts';

export const removeLogo = procedure
  .staff({ permission: Permission.ManageCompanies, on: 'company', action: 'company.update' })
  .input(RemoveLogoInput)
  .output(CompanyDetail)
  .mutation(async ({ tx, call, grant, input: { version } }) => {
    call.authorize({ action: 'company.update', company: grant.facts });
    const isSaved = await clearLogo(tx, grant, version);
    if (!isSaved) throw new AppError(ErrorCode.StaleEdit);
    const { logoFileId } = grant.row;
    if (logoFileId !== null) await call.request.door.files.remove(tx, logoFileId);
    await writeAudit(call, { action: 'company.logo-removed', objectType: 'company', objectId: grant.id });
    return reloadedCompanyDetail(call, grant.id);
  });
