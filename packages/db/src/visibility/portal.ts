import type { Principal } from '@sallyport/access';
import { Audience } from '@sallyport/contracts/common';
import { Prisma } from '../generated/client.ts';
import { NOTHING } from './holds.ts';

/**
 * C2 as where-clauses, for repositories of the portal: the first wall. The row policies of the portal's role say the same
 * again, and a test holds the two against each other. The company comes from the session's account alone (C1).
 */
function ofOwnCompany({ account }: Principal, clause: (company: Prisma.Sql) => Prisma.Sql): Prisma.Sql {
  if (account.audience !== Audience.Customer) return NOTHING;
  return clause(Prisma.sql`${account.companyId}::uuid`);
}

/** Own company, shown to customers, not restricted. Project as `p`. */
export function shownProjects(principal: Principal): Prisma.Sql {
  return ofOwnCompany(
    principal,
    (company) => Prisma.sql`p.company_id = ${company} and p.shown_at is not null and not p.is_restricted`,
  );
}

/** Published, in a project that is shown. Finding as `f`. */
export function publishedFindings(principal: Principal): Prisma.Sql {
  return ofOwnCompany(
    principal,
    (company) => Prisma.sql`f.company_id = ${company} and f.published_at is not null and exists (
      select from project p where p.id = f.project_id and ${shownProjects(principal)})`,
  );
}

/** Of a published finding. Instance as `i`. */
export function publishedInstances(principal: Principal): Prisma.Sql {
  return ofOwnCompany(
    principal,
    (company) => Prisma.sql`i.company_id = ${company} and exists (
      select from finding f where f.id = i.finding_id and ${publishedFindings(principal)})`,
  );
}

/** For the client, of a published finding. Evidence as `e`. */
export function clientEvidence(principal: Principal): Prisma.Sql {
  return ofOwnCompany(
    principal,
    (company) => Prisma.sql`e.company_id = ${company} and e.audience = 'CLIENT' and exists (
      select from finding f where f.id = e.finding_id and ${publishedFindings(principal)})`,
  );
}

/** Released, of a project that is shown. Report as `r`. */
export function releasedReports(principal: Principal): Prisma.Sql {
  return ofOwnCompany(
    principal,
    (company) => Prisma.sql`r.company_id = ${company} and r.released_at is not null and exists (
      select from project p where p.id = r.project_id and ${shownProjects(principal)})`,
  );
}
