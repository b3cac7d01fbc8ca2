import { Audience, ListOwnActivityInput, OwnActivityPage } from '@sallyport/contracts/common';
import { AuditAction } from '@sallyport/contracts/staff';
import { listOwnActivity as readActivity } from '@sallyport/db';
import { procedure } from '../../trpc/procedure.ts';
import { activityPage } from './activity-page.ts';

/** Refusals are left out: they would tell what exists from what does not (A16). */
const LISTED = AuditAction.options.filter(
  (action) => action !== 'access.refused' && action !== 'call.failed',
);

/** What one did, and what happened to one's account; latest first. */
export const listOwnActivity = procedure
  .staff({ permission: null, action: 'profile.read' })
  .input(ListOwnActivityInput)
  .output(OwnActivityPage)
  .query(async ({ tx, call, input }) => {
    call.authorize({ action: 'profile.read' });
    return activityPage(await readActivity(tx, Audience.Staff, { ...input, actions: LISTED }));
  });
