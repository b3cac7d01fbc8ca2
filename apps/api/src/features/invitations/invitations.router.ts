import { createRouter } from '../../trpc/procedure.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { mailInvitationAgain } from './mail-invitation-again.ts';
import { portalAcceptInvitation } from './portal-accept-invitation.ts';

export const invitationsRouter = createRouter({ acceptInvitation, mailAgain: mailInvitationAgain });
export const portalInvitationsRouter = createRouter({
  acceptInvitation: portalAcceptInvitation,
  mailAgain: mailInvitationAgain,
});
