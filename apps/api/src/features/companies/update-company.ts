import { ErrorCode } from '@sallyport/contracts/common';
import { CompanyDetail, Permission, UpdateCompanyInput } from '@sallyport/contracts/staff';
import { updateCompany as saveCompany } from '@sallyport/db';
import { changedKeys } from '../../audit/changed-keys.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { reloadedCompanyDetail } from './company-detail.ts';

/** Saves the whole profile; the contacts given replace those that are there. */
export const updateCompany = procedure
  .staff({ permission: Permission.ManageCompanies, on: 'company', action: 'company.update' })
  .input(UpdateCompanyInput)
  .output(CompanyDetail)
  .mutation(async ({ tx, call, grant, input }) => {
    call.authorize({ action: 'company.update', company: grant.facts });
    const { name, legalName, address, website, notes, contacts, version } = input;
    const fields = { name, legalName, address, website, notes };
    const { profile } = grant.row;
    if (!profile) throw new AppError(ErrorCode.Internal, { log: 'a profile is edited that is not read' });
    const kept = profile.contacts.map(({ id: _id, ...contact }) => contact);
    const areSame = sameContacts(kept, contacts);
    const isSaved = await saveCompany(tx, grant, version, fields, areSame ? null : contacts);
    if (!isSaved) throw new AppError(ErrorCode.StaleEdit);
    await writeAudit(call, {
      action: 'company.updated',
      objectType: 'company',
      objectId: grant.id,
      after: {
        changed: [
          ...changedKeys({ name: grant.row.name, ...profile }, fields),
          ...(areSame ? [] : ['contacts']),
        ],
      },
    });
    return reloadedCompanyDetail(call, grant.id);
  });

/** Whether two lists name the same people in the same order: then they keep their ids. */
function sameContacts(before: readonly object[], after: readonly object[]): boolean {
  const sorted = (list: readonly object[]) =>
    JSON.stringify(list.map((one) => Object.entries(one).toSorted()));
  return sorted(before) === sorted(after);
}
