import type { Principal } from '@sallyport/access';
import type { Tx } from './client.ts';
import { Prisma } from './generated/client.ts';
import type { Grant, GrantKind } from './grant.ts';
import { staffFacts } from './repositories/account-facts.ts';
import { findCompany } from './repositories/find-company.ts';
import { customerFacts, findCustomer } from './repositories/find-customer.ts';
import { findFinding } from './repositories/find-finding.ts';
import { findGroup } from './repositories/find-group.ts';
import { findImport } from './repositories/find-import.ts';
import { findProject } from './repositories/find-project.ts';
import { findReport } from './repositories/find-report.ts';
import { findUser } from './repositories/find-user.ts';
import { findPublishedFinding } from './repositories/portal/find-published-finding.ts';
import { findReleasedReport } from './repositories/portal/find-released-report.ts';
import { findShownProject } from './repositories/portal/find-shown-project.ts';
import {
  onProjectOf,
  readsCustomersOf,
  visibleCompanies,
  visibleCompanyProfiles,
  visibleFindings,
  visibleImports,
  visibleProjects,
  visibleReports,
} from './visibility/engagements.ts';
import {
  visibleCustomerNames,
  visibleCustomers,
  visibleGroups,
  visibleMembers,
  visibleUsers,
} from './visibility/people.ts';
import {
  clientEvidence,
  publishedFindings,
  publishedInstances,
  releasedReports,
  shownProjects,
} from './visibility/portal.ts';

/**
 * "Who may read" lies in visibility/ as where-clauses: one function per model, for lists, counts, search and single
 * objects alike. What is unrestricted is returned by a branch that names its permission.
 */
type Finders = {
  [Kind in GrantKind]: (tx: Tx, principal: Principal, id: string) => Promise<Unproven<Grant<Kind>> | null>;
};
type Unproven<Proven> = Omit<
  { [K in keyof Proven as K extends string ? K : never]: Proven[K] },
  'id' | 'kind'
>;

const FINDERS: Finders = {
  user: async (tx, principal, id) => {
    const row = await findUser(tx, id, visibleUsers(principal));
    return row && { row, facts: staffFacts(row) };
  },
  group: async (tx, principal, id) => {
    const row = await findGroup(tx, id, visibleGroups(principal), visibleMembers(principal));
    return row && { row };
  },
  company: (tx, principal, id) =>
    findCompany(tx, id, {
      company: visibleCompanies(principal),
      profile: visibleCompanyProfiles(principal),
      project: visibleProjects(principal),
      customer: visibleCustomerNames(principal),
      isOnProject: onProjectOf(principal, Prisma.sql`c.id`),
      readsCustomers: readsCustomersOf(principal, Prisma.sql`c.id`),
    }),
  customer: async (tx, principal, id) => {
    const row = await findCustomer(tx, id, visibleCustomers(principal));
    return row && { row, facts: customerFacts(row) };
  },
  project: (tx, principal, id) => findProject(tx, id, visibleProjects(principal)),
  finding: (tx, principal, id) => findFinding(tx, id, visibleFindings(principal)),
  import: (tx, principal, id) => findImport(tx, id, visibleImports(principal)),
  report: (tx, principal, id) => findReport(tx, id, visibleReports(principal)),
  'shown-project': (tx, principal, id) => findShownProject(tx, id, shownProjects(principal)),
  'published-finding': (tx, principal, id) =>
    findPublishedFinding(tx, id, {
      finding: publishedFindings(principal),
      instance: publishedInstances(principal),
      evidence: clientEvidence(principal),
    }),
  'released-report': (tx, principal, id) => findReleasedReport(tx, id, releasedReports(principal)),
};

/** The object behind an id, proved visible to the principal; null when it is not, whether or not it exists. */
export async function findVisible<Kind extends GrantKind>(
  tx: Tx,
  principal: Principal,
  kind: Kind,
  id: string,
): Promise<Grant<Kind> | null> {
  const find: (...call: [Tx, Principal, string]) => Promise<{ row: { id: string } } | null> = FINDERS[kind];
  const found = await find(tx, principal, id);
  // The one place where the brand is given.
  return found && (Object.freeze({ ...found, kind, id: found.row.id }) as unknown as Grant<Kind>);
}
