import type { FieldProblem } from '@sallyport/contracts/common';
import { CreatedProject, CreateProjectInput, Permission } from '@sallyport/contracts/staff';
import { createProject as addProject, findVisible } from '@sallyport/db';
import { writeAudit } from '../../audit/write-audit.ts';
import type { Call } from '../../trpc/call.ts';
import { procedure } from '../../trpc/procedure.ts';
import { checkProjectFields } from './project-fields.ts';

/** A15: a project for a client company that the caller sees; the creator becomes its lead. */
export const createProject = procedure
  .staff({ permission: Permission.ManageProjects, action: 'project.create' })
  .input(CreateProjectInput)
  .output(CreatedProject)
  .mutation(async ({ tx, call, input }) => {
    call.authorize({ action: 'project.create' });
    const { companyId, ...form } = input;
    const standardIds = [...new Set(form.standardIds)];
    await checkProjectFields(tx, { ...form, standardIds }, await companyProblems(call, companyId));
    const ownerId = call.principal.account.id;
    const created = await addProject(tx, companyId, form, standardIds, ownerId);
    await writeAudit(call, {
      action: 'project.created',
      objectType: 'project',
      objectId: created.id,
      after: { companyId, typeId: form.typeId, standardIds, ownerIds: [ownerId] },
    });
    return created;
  });

/** The same words for a company that is hidden and for one that was never there. */
async function companyProblems({ tx, principal }: Call, companyId: string): Promise<FieldProblem[]> {
  const company = await findVisible(tx, principal, 'company', companyId);
  if (!company) return [{ path: 'companyId', message: 'Choose a company from the list.' }];
  return company.row.archivedAt === null
    ? []
    : [{ path: 'companyId', message: 'This company is archived. Choose another.' }];
}
