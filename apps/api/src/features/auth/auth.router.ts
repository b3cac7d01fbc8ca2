import { createRouter } from '../../trpc/procedure.ts';
import { confirmIdentity } from './confirm-identity.ts';
import { getCurrent } from './get-current.ts';
import { portalConfirmIdentity } from './portal-confirm-identity.ts';
import { portalGetCurrent } from './portal-get-current.ts';
import { portalSignIn } from './portal-sign-in.ts';
import { portalSignOut } from './portal-sign-out.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

export const authRouter = createRouter({ signIn, signOut, confirmIdentity, getCurrent });

export const portalAuthRouter = createRouter({
  signIn: portalSignIn,
  signOut: portalSignOut,
  confirmIdentity: portalConfirmIdentity,
  getCurrent: portalGetCurrent,
});
