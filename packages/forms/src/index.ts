export { errorDataOf, hasCode } from './api-error.ts';
export { ConfirmIdentityForm } from './confirm-identity-form.tsx';
export { requestConfirmation, useConfirmRequest } from './confirm-request.ts';
export { claimDrafts, clearAllDrafts, clearDraft, readDraft, writeDraft } from './drafts.ts';
export { type EnrolmentStep, EnrolmentSteps } from './enrolment/enrolment-steps.tsx';
export { FieldError } from './field-error.ts';
export { AreaField, DateField, PasswordField, TextField } from './form-fields.tsx';
export { ChangeEmailDialog } from './links/change-email-dialog.tsx';
export { ForgotPasswordForm } from './links/forgot-password-form.tsx';
export { ResetPasswordForm } from './links/reset-password-form.tsx';
export { UseLinkPanel } from './links/use-link-panel.tsx';
export { LockScreen, useLockScreenAtHand } from './lock/lock-screen.tsx';
export { noteServerTime } from './lock/server-clock.ts';
export {
  hasRunOut,
  isLocked,
  lockSession,
  noteSession,
  unlockSession,
  useIsLocked,
} from './lock/session-lock.ts';
export { SessionWarning } from './lock/session-warning.tsx';
export { useSessionWatch } from './lock/use-session-watch.ts';
export { NewPasswordField } from './new-password-field.tsx';
export { dropSecret, useOneTimeLink } from './one-time-secret.ts';
export { canUsePasskeys, touchPasskey } from './passkeys/passkey.ts';
export { ActivityFeed, type ActivityWords } from './profile/activity-feed.tsx';
export { PhotoCard } from './profile/photo-card.tsx';
export { PreferencesCard } from './profile/preferences-card.tsx';
export { deviceName } from './security/device-name.ts';
export { FactorsCard, NewCodesDialog } from './security/factors-card.tsx';
export { PasskeysCard } from './security/passkeys-card.tsx';
export type { FactorCalls, SessionCalls } from './security/security-calls.ts';
export { SessionsCard } from './security/sessions-card.tsx';
export type { SignInCalls } from './sign-in/sign-in-calls.ts';
export { SignInSteps } from './sign-in/sign-in-steps.tsx';
export { useSignIn } from './sign-in/use-sign-in.ts';
export { type FormControl, useForm } from './use-form.ts';
