import { Audience, ListOwnActivityInput, OwnActivityPage } from '@sallyport/contracts/common';
import type { AuditAction } from '@sallyport/contracts/staff';
import { listOwnActivity } from '@sallyport/db';
import { procedure } from '../../trpc/procedure.ts';
import { activityPage } from './activity-page.ts';

/** What a customer does and what happens to a customer's account. Refusals are left out: they would tell what exists (C3). */
const LISTED: readonly AuditAction[] = [
  'session.signed-in',
  'session.sign-in-failed',
  'session.signed-out',
  'session.factor-failed',
  'session.ended',
  'session.identity-confirmed',
  'session.identity-confirmation-failed',
  'factor.added',
  'factor.removed',
  'factor.renamed',
  'factor.recovery-codes-renewed',
  'factor.recovery-code-used',
  'invitation.created',
  'invitation.renewed',
  'invitation.accepted',
  'account.updated',
  'account.photo-changed',
  'account.photo-removed',
  'account.password-changed',
  'account.password-reset',
  'account.password-change-required',
  'account.reset-requested',
  'account.reset-sent',
  'account.factors-reset',
  'account.email-change-requested',
  'account.email-changed',
  'account.not-me-reported',
  'account.sessions-ended',
  'account.suspended',
  'account.suspension-lifted',
  'account.deactivated',
  'account.reactivated',
  'report.downloaded',
];

/** What one did, and what happened to one's account; latest first. */
export const portalListOwnActivity = procedure
  .portal({ permission: null, action: 'portal.profile.read' })
  .input(ListOwnActivityInput)
  .output(OwnActivityPage)
  .query(async ({ tx, call, input }) => {
    call.authorize({ action: 'portal.profile.read' });
    return activityPage(await listOwnActivity(tx, Audience.Customer, { ...input, actions: LISTED }));
  });
