import { addressRulesRouter } from '../features/address-rules/address-rules.router.ts';
import { auditRouter } from '../features/audit/audit.router.ts';
import { authRouter } from '../features/auth/auth.router.ts';
import { companiesRouter } from '../features/companies/companies.router.ts';
import { companyPolicyRouter } from '../features/company-policy/company-policy.router.ts';
import { customersRouter } from '../features/customers/customers.router.ts';
import { doorRouter } from '../features/door/door.router.ts';
import { emailChangeRouter } from '../features/email-change/email-change.router.ts';
import { evidenceRouter } from '../features/evidence/evidence.router.ts';
import { factorsRouter } from '../features/factors/factors.router.ts';
import { findingsRouter } from '../features/findings/findings.router.ts';
import { groupsRouter } from '../features/groups/groups.router.ts';
import { importsRouter } from '../features/imports/imports.router.ts';
import { instancesRouter } from '../features/instances/instances.router.ts';
import { invitationsRouter } from '../features/invitations/invitations.router.ts';
import { liveRouter } from '../features/live/live.router.ts';
import { mailSettingsRouter } from '../features/mail-settings/mail-settings.router.ts';
import { mailboxRouter } from '../features/mailbox/mailbox.router.ts';
import { noticesRouter } from '../features/notices/notices.router.ts';
import { offboardingRouter } from '../features/offboarding/offboarding.router.ts';
import { ownActivityRouter } from '../features/own-activity/own-activity.router.ts';
import { passwordResetRouter } from '../features/password-reset/password-reset.router.ts';
import { peopleRouter } from '../features/people/people.router.ts';
import { profileRouter } from '../features/profile/profile.router.ts';
import { projectsRouter } from '../features/projects/projects.router.ts';
import { reportsRouter } from '../features/reports/reports.router.ts';
import { scopeRouter } from '../features/scope/scope.router.ts';
import { securityAlertsRouter } from '../features/security-alerts/security-alerts.router.ts';
import { securityPolicyRouter } from '../features/security-policy/security-policy.router.ts';
import { sessionsRouter } from '../features/sessions/sessions.router.ts';
import { setupRouter } from '../features/setup/setup.router.ts';
import { signInActivityRouter } from '../features/sign-in-activity/sign-in-activity.router.ts';
import { tokensRouter } from '../features/tokens/tokens.router.ts';
import { usersRouter } from '../features/users/users.router.ts';
import { createRouter } from '../trpc/procedure.ts';

/** Everything that staff can call. */
export const staffRouter = createRouter({
  door: doorRouter,
  setup: setupRouter,
  auth: authRouter,
  factors: factorsRouter,
  sessions: sessionsRouter,
  invitations: invitationsRouter,
  passwordReset: passwordResetRouter,
  emailChange: emailChangeRouter,
  notices: noticesRouter,
  mailSettings: mailSettingsRouter,
  mailbox: mailboxRouter,
  profile: profileRouter,
  ownActivity: ownActivityRouter,
  tokens: tokensRouter,
  people: peopleRouter,
  users: usersRouter,
  offboarding: offboardingRouter,
  groups: groupsRouter,
  companies: companiesRouter,
  customers: customersRouter,
  projects: projectsRouter,
  scope: scopeRouter,
  audit: auditRouter,
  securityPolicy: securityPolicyRouter,
  companyPolicy: companyPolicyRouter,
  addressRules: addressRulesRouter,
  signInActivity: signInActivityRouter,
  securityAlerts: securityAlertsRouter,
  findings: findingsRouter,
  imports: importsRouter,
  instances: instancesRouter,
  evidence: evidenceRouter,
  reports: reportsRouter,
  live: liveRouter,
});

export type StaffRouter = typeof staffRouter;
