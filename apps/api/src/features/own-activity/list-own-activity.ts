import { Audience, ListOwnActivityInput, OwnActivityPage } from '@sallyport/contracts/common';
import { AuditAction } from '@sallyport/contracts/staff';
import { listOwnActivity as readActivity } from '@sallyport/db';
import { procedure } from '../../trpc/procedure.ts';
import { activityPage } from './activity-page.ts';

/** Refusals would tell what exists from what does not (A16); the others are no news to whoever did them. */
const LEFT_OUT: ReadonlySet<AuditAction> = new Set<AuditAction>([
  'access.refused',
  'call.failed',
  'session.factor-requested',
  'session.listed',
]);
const LISTED = AuditAction.options.filter((action) => !LEFT_OUT.has(action));

/** What one did, and what happened to one's account; latest first. */
export const listOwnActivity = procedure
  .staff({ permission: null, action: 'profile.read' })
  .input(ListOwnActivityInput)
  .output(OwnActivityPage)
  .query(async ({ tx, call, input }) => {
    call.authorize({ action: 'profile.read' });
    return activityPage(await readActivity(tx, Audience.Staff, { ...input, actions: LISTED }));
  });
