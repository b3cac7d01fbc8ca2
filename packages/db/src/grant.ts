import type {
  CompanyFacts,
  CustomerAccount,
  ProjectFacts,
  ShownFacts,
  StaffAccount,
} from '@sallyport/access';
import type { CompanyRecord } from './repositories/find-company.ts';
import type { CustomerAccountRecord } from './repositories/find-customer.ts';
import type { FindingRecord } from './repositories/find-finding.ts';
import type { ImportRecord } from './repositories/find-import.ts';
import type { ProjectRecord } from './repositories/find-project.ts';
import type { ReportRecord } from './repositories/find-report.ts';
import type { GroupRecord } from './repositories/group-record.ts';
import type { PublishedFindingRecord } from './repositories/portal/find-published-finding.ts';
import type { ReleasedReportRecord } from './repositories/portal/find-released-report.ts';
import type { ShownProjectRecord } from './repositories/portal/find-shown-project.ts';
import type { UserRecord } from './repositories/user-record.ts';

declare const proven: unique symbol;

interface Proven<Kind extends string> {
  readonly [proven]: true;
  readonly kind: Kind;
  readonly id: string;
}

/** A staff account that the caller was proved to see: its row, and what the access rules need to know of it. */
export interface UserGrant extends Proven<'user'> {
  readonly row: UserRecord;
  readonly facts: StaffAccount;
}

/** A group that the caller was proved to see, with its grants, and those of its members that the caller may see. */
export interface GroupGrant extends Proven<'group'> {
  readonly row: GroupRecord;
}

/** A client company, with its profile only where the caller may read that. */
export interface CompanyGrant extends Proven<'company'> {
  readonly row: CompanyRecord;
  readonly facts: CompanyFacts;
}

/** A customer's account. */
export interface CustomerGrant extends Proven<'customer'> {
  readonly row: CustomerAccountRecord;
  readonly facts: CustomerAccount;
}

/** A project, or something beneath one, with what the access rules need to know of the project. */
export interface ProjectBoundGrant<Kind extends string, Row> extends Proven<Kind> {
  readonly row: Row;
  readonly facts: ProjectFacts;
}

/** Something that a customer was proved to see (C2). */
export interface ShownGrant<Kind extends string, Row> extends Proven<Kind> {
  readonly row: Row;
  readonly facts: ShownFacts;
}

interface GrantByKind {
  user: UserGrant;
  group: GroupGrant;
  company: CompanyGrant;
  customer: CustomerGrant;
  project: ProjectBoundGrant<'project', ProjectRecord>;
  finding: ProjectBoundGrant<'finding', FindingRecord>;
  import: ProjectBoundGrant<'import', ImportRecord>;
  report: ProjectBoundGrant<'report', ReportRecord>;
  'shown-project': ShownGrant<'shown-project', ShownProjectRecord>;
  'published-finding': ShownGrant<'published-finding', PublishedFindingRecord>;
  'released-report': ShownGrant<'released-report', ReleasedReportRecord>;
}

/** The kinds of objects that can be proved visible. */
export type GrantKind = keyof GrantByKind;

/**
 * The proof that a principal may see an object. Repositories ask for it instead of a bare id; only visibility.ts makes
 * one.
 */
export type Grant<Kind extends GrantKind> = GrantByKind[Kind];
