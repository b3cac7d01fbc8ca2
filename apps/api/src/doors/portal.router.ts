import { portalAuthRouter } from '../features/auth/auth.router.ts';
import { portalDoorRouter } from '../features/door/door.router.ts';
import { portalInvitationsRouter } from '../features/invitations/invitations.router.ts';
import { portalProfileRouter } from '../features/profile/profile.router.ts';
import { createRouter } from '../trpc/procedure.ts';

/** Everything that customers can call. */
export const portalRouter = createRouter({
  door: portalDoorRouter,
  auth: portalAuthRouter,
  invitations: portalInvitationsRouter,
  profile: portalProfileRouter,
});

export type PortalRouter = typeof portalRouter;
