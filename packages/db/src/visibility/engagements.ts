import type { Principal } from '@sallyport/access';
import { Audience } from '@sallyport/contracts/common';
import { Permission, Reach } from '@sallyport/contracts/staff';
import { Prisma } from '../generated/client.ts';
import { holds, NOTHING } from './holds.ts';

/**
 * Projects: Manage Projects or Assign Projects with reach ALL; owners and team, with or without a permission. A
 * restricted one is absent for everybody else, Admins included (A16). Project as `p`.
 */
export function visibleProjects(principal: Principal): Prisma.Sql {
  if (principal.account.audience !== Audience.Staff) return NOTHING;
  const isOnIt = Prisma.sql`exists (select from project_member vm
    where vm.project_id = p.id and vm.account_id = ${principal.account.id}::uuid)`;
  const reachesAll =
    holds(principal, Permission.ManageProjects, Reach.All) ||
    holds(principal, Permission.AssignProjects, Reach.All);
  return reachesAll ? Prisma.sql`not p.is_restricted or ${isOnIt}` : isOnIt;
}

/** What lies beneath a project is seen as the project is. `projectId` is ours, never a caller's. */
function inVisibleProject(principal: Principal, projectId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`exists (select from project p where p.id = ${projectId} and (${visibleProjects(principal)}))`;
}

/** Finding as `f`. */
export function visibleFindings(principal: Principal): Prisma.Sql {
  return inVisibleProject(principal, Prisma.sql`f.project_id`);
}

/** Import as `i`. */
export function visibleImports(principal: Principal): Prisma.Sql {
  return inVisibleProject(principal, Prisma.sql`i.project_id`);
}

/** Report as `r`. */
export function visibleReports(principal: Principal): Prisma.Sql {
  return inVisibleProject(principal, Prisma.sql`r.project_id`);
}

/**
 * Client companies, by name and logo: who sees one of their projects, Manage Projects, and whoever reads profiles.
 * Company as `c`.
 */
export function visibleCompanies(principal: Principal): Prisma.Sql {
  if (principal.account.audience !== Audience.Staff) return NOTHING;
  if (
    holds(principal, Permission.ManageProjects) ||
    holds(principal, Permission.ManageCompanies) ||
    holds(principal, Permission.ManageCustomers)
  ) {
    return Prisma.sql`c.kind = 'EXTERNAL'`;
  }
  return Prisma.sql`c.kind = 'EXTERNAL' and exists (
    select from project p where p.company_id = c.id and (${visibleProjects(principal)}))`;
}

/**
 * Profile, notes and contacts of client companies: Manage Companies, Manage Customers, owners and team of one of their
 * projects. Company as `c`.
 */
export function visibleCompanyProfiles(principal: Principal): Prisma.Sql {
  if (holds(principal, Permission.ManageCompanies) || holds(principal, Permission.ManageCustomers)) {
    return Prisma.sql`c.kind = 'EXTERNAL'`;
  }
  if (principal.account.audience !== Audience.Staff) return NOTHING;
  return Prisma.sql`c.kind = 'EXTERNAL' and ${onProjectOf(principal, Prisma.sql`c.id`)}`;
}

/** Whether the principal is owner or team of a project of this company. `companyId` is ours, never a caller's. */
export function onProjectOf({ account }: Principal, companyId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`exists (select from project vp join project_member vm on vm.project_id = vp.id
    where vp.company_id = ${companyId} and vm.account_id = ${account.id}::uuid)`;
}

/** Whether the principal reads at least the names of this company's customers. `companyId` is ours, never a caller's. */
export function readsCustomersOf(principal: Principal, companyId: Prisma.Sql): Prisma.Sql {
  if (holds(principal, Permission.ManageCustomers)) return Prisma.sql`true`;
  return onProjectOf(principal, companyId);
}
