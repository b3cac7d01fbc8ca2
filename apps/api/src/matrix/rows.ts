import { addressRulesAccess } from '../features/address-rules/address-rules.access.ts';
import { auditAccess } from '../features/audit/audit.access.ts';
import { authAccess } from '../features/auth/auth.access.ts';
import { factorSignInAccess } from '../features/auth/factor-sign-in.access.ts';
import { companiesAccess } from '../features/companies/companies.access.ts';
import { companyPolicyAccess } from '../features/company-policy/company-policy.access.ts';
import { customerFindingsAccess } from '../features/customer-findings/customer-findings.access.ts';
import { customerHomeAccess } from '../features/customer-home/customer-home.access.ts';
import { customerProjectsAccess } from '../features/customer-projects/customer-projects.access.ts';
import { customerReportsAccess } from '../features/customer-reports/customer-reports.access.ts';
import { customerChangesAccess } from '../features/customers/customer-changes.access.ts';
import { customersAccess } from '../features/customers/customers.access.ts';
import { doorAccess } from '../features/door/door.access.ts';
import { emailChangeAccess } from '../features/email-change/email-change.access.ts';
import { evidenceAccess } from '../features/evidence/evidence.access.ts';
import { factorsAccess } from '../features/factors/factors.access.ts';
import { findingsAccess } from '../features/findings/findings.access.ts';
import { groupChangesAccess } from '../features/groups/group-changes.access.ts';
import { groupsAccess } from '../features/groups/groups.access.ts';
import { importsAccess } from '../features/imports/imports.access.ts';
import { instancesAccess } from '../features/instances/instances.access.ts';
import { invitationsAccess } from '../features/invitations/invitations.access.ts';
import { liveAccess } from '../features/live/live.access.ts';
import { mailSettingsAccess } from '../features/mail-settings/mail-settings.access.ts';
import { mailboxAccess } from '../features/mailbox/mailbox.access.ts';
import { noticesAccess } from '../features/notices/notices.access.ts';
import { ownActivityAccess } from '../features/own-activity/own-activity.access.ts';
import { passwordResetAccess } from '../features/password-reset/password-reset.access.ts';
import { peopleAccess } from '../features/people/people.access.ts';
import { photosAccess } from '../features/photos/photos.access.ts';
import { profileAccess } from '../features/profile/profile.access.ts';
import { completionAccess } from '../features/projects/completion.access.ts';
import { projectsAccess } from '../features/projects/projects.access.ts';
import { reportsAccess } from '../features/reports/reports.access.ts';
import { scopeAccess } from '../features/scope/scope.access.ts';
import { securityAlertsAccess } from '../features/security-alerts/security-alerts.access.ts';
import { securityPolicyAccess } from '../features/security-policy/security-policy.access.ts';
import { sessionsAccess } from '../features/sessions/sessions.access.ts';
import { setupAccess } from '../features/setup/setup.access.ts';
import { signInActivityAccess } from '../features/sign-in-activity/sign-in-activity.access.ts';
import { tokensAccess } from '../features/tokens/tokens.access.ts';
import { userLifecycleAccess } from '../features/users/lifecycle.access.ts';
import { userChangesAccess } from '../features/users/user-changes.access.ts';
import { usersAccess } from '../features/users/users.access.ts';
import { usersBulkAccess } from '../features/users/users-bulk.access.ts';
import type { MatrixRow } from './matrix-row.ts';
import { toolsAccess } from './tools-rows.ts';

/**
 * The rows by what they are about. Every part is played by a test file of its own, on a database of its own, so that none grows
 * with the others; matrix-parts.test.ts holds the files to this list.
 */
export const PARTS = {
  identity: [
    ...doorAccess,
    ...setupAccess,
    ...authAccess,
    ...factorSignInAccess,
    ...factorsAccess,
    ...sessionsAccess,
    ...passwordResetAccess,
    ...emailChangeAccess,
    ...noticesAccess,
    ...mailSettingsAccess,
    ...mailboxAccess,
    ...profileAccess,
    ...photosAccess,
    ...ownActivityAccess,
    ...tokensAccess,
    ...auditAccess,
    ...securityPolicyAccess,
    ...companyPolicyAccess,
    ...addressRulesAccess,
    ...signInActivityAccess,
    ...securityAlertsAccess,
    ...invitationsAccess,
  ],
  people: [...peopleAccess, ...usersAccess, ...userChangesAccess, ...userLifecycleAccess, ...usersBulkAccess],
  clients: [
    ...groupsAccess,
    ...groupChangesAccess,
    ...companiesAccess,
    ...customersAccess,
    ...customerChangesAccess,
  ],
  projects: [
    ...projectsAccess,
    ...completionAccess,
    ...scopeAccess,
    ...importsAccess,
    ...reportsAccess,
    ...liveAccess,
  ],
  findings: [...findingsAccess, ...instancesAccess, ...evidenceAccess],
  outside: [
    ...customerHomeAccess,
    ...customerProjectsAccess,
    ...customerFindingsAccess,
    ...customerReportsAccess,
    ...toolsAccess,
  ],
} satisfies Record<string, readonly MatrixRow[]>;

/** Every row of the access matrix. */
export const MATRIX: readonly MatrixRow[] = Object.values<readonly MatrixRow[]>(PARTS).flat();

/** The HTTP routes of a door beside its procedures. */
export const ROUTES: Readonly<Record<string, 'public' | 'transport'>> = {
  'GET /healthz': 'public',
  'GET /readyz': 'public',
  'GET /trpc/:path': 'transport',
  'POST /trpc/:path': 'transport',
};

/** What the staff listener carries for tools. */
export const TOOLS_ROUTES: Readonly<Record<string, 'transport'>> = {
  'GET /tools/:path': 'transport',
  'POST /tools/:path': 'transport',
};
