import { portalAuthRouter } from '../features/auth/auth.router.ts';
import { customerFindingsRouter } from '../features/customer-findings/customer-findings.router.ts';
import { customerHomeRouter } from '../features/customer-home/customer-home.router.ts';
import { customerProjectsRouter } from '../features/customer-projects/customer-projects.router.ts';
import { customerReportsRouter } from '../features/customer-reports/customer-reports.router.ts';
import { portalDoorRouter } from '../features/door/door.router.ts';
import { portalEmailChangeRouter } from '../features/email-change/email-change.router.ts';
import { portalFactorsRouter } from '../features/factors/factors.router.ts';
import { portalInvitationsRouter } from '../features/invitations/invitations.router.ts';
import { noticesRouter } from '../features/notices/notices.router.ts';
import { portalOwnActivityRouter } from '../features/own-activity/own-activity.router.ts';
import { passwordResetRouter } from '../features/password-reset/password-reset.router.ts';
import { portalProfileRouter } from '../features/profile/profile.router.ts';
import { portalSessionsRouter } from '../features/sessions/sessions.router.ts';
import { createRouter } from '../trpc/procedure.ts';

/** Everything that customers can call. */
export const portalRouter = createRouter({
  door: portalDoorRouter,
  auth: portalAuthRouter,
  factors: portalFactorsRouter,
  sessions: portalSessionsRouter,
  invitations: portalInvitationsRouter,
  passwordReset: passwordResetRouter,
  emailChange: portalEmailChangeRouter,
  notices: noticesRouter,
  profile: portalProfileRouter,
  ownActivity: portalOwnActivityRouter,
  home: customerHomeRouter,
  projects: customerProjectsRouter,
  findings: customerFindingsRouter,
  reports: customerReportsRouter,
});

export type PortalRouter = typeof portalRouter;
