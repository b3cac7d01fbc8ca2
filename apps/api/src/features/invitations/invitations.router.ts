import { createRouter } from '../../trpc/procedure.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { portalAcceptInvitation } from './portal-accept-invitation.ts';

export const invitationsRouter = createRouter({ acceptInvitation });
export const portalInvitationsRouter = createRouter({ acceptInvitation: portalAcceptInvitation });
