import { CreateCompanyInput, CreatedCompany, Permission } from '@sallyport/contracts/staff';
import { createCompany as addCompany } from '@sallyport/db';
import { writeAudit } from '../../audit/write-audit.ts';
import { procedure } from '../../trpc/procedure.ts';

export const createCompany = procedure
  .staff({ permission: Permission.ManageCompanies, action: 'company.create' })
  .input(CreateCompanyInput)
  .output(CreatedCompany)
  .mutation(async ({ tx, call, input }) => {
    call.authorize({ action: 'company.create' });
    const { contacts, ...fields } = input;
    const id = await addCompany(tx, fields, contacts, call.principal.account.id);
    await writeAudit(call, {
      action: 'company.created',
      objectType: 'company',
      objectId: id,
      after: { contacts: contacts.length },
    });
    return { id };
  });
