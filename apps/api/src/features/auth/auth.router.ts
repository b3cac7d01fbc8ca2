import { createRouter } from '../../trpc/procedure.ts';
import { confirmIdentity } from './confirm-identity.ts';
import { confirmWithPasskey } from './confirm-with-passkey.ts';
import { getCurrent } from './get-current.ts';
import { getSignInSummary } from './get-sign-in-summary.ts';
import { portalConfirmIdentity } from './portal-confirm-identity.ts';
import { portalConfirmWithPasskey } from './portal-confirm-with-passkey.ts';
import { portalGetCurrent } from './portal-get-current.ts';
import { portalGetSignInSummary } from './portal-get-sign-in-summary.ts';
import { portalSignIn } from './portal-sign-in.ts';
import { portalSignOut } from './portal-sign-out.ts';
import { portalStartPasskeyConfirmation } from './portal-start-passkey-confirmation.ts';
import { presentPasskey } from './present-passkey.ts';
import { presentRecoveryCode } from './present-recovery-code.ts';
import { presentTotp } from './present-totp.ts';
import { signIn } from './sign-in.ts';
import { signInWithPasskey } from './sign-in-with-passkey.ts';
import { signOut } from './sign-out.ts';
import { startFactorPasskey } from './start-factor-passkey.ts';
import { startPasskeyConfirmation } from './start-passkey-confirmation.ts';
import { startPasskeySignIn } from './start-passkey-sign-in.ts';

/** What comes before a session is the same at both doors: whose door it is comes with the request. */
const BEFORE_A_SESSION = {
  presentTotp,
  presentRecoveryCode,
  startFactorPasskey,
  presentPasskey,
  startPasskeySignIn,
  signInWithPasskey,
};

export const authRouter = createRouter({
  ...BEFORE_A_SESSION,
  signIn,
  signOut,
  confirmIdentity,
  startPasskeyConfirmation,
  confirmWithPasskey,
  getCurrent,
  getSignInSummary,
});

export const portalAuthRouter = createRouter({
  ...BEFORE_A_SESSION,
  signIn: portalSignIn,
  signOut: portalSignOut,
  confirmIdentity: portalConfirmIdentity,
  startPasskeyConfirmation: portalStartPasskeyConfirmation,
  confirmWithPasskey: portalConfirmWithPasskey,
  getCurrent: portalGetCurrent,
  getSignInSummary: portalGetSignInSummary,
});
