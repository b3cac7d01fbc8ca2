export { lockAdmins } from './admins.ts';
export {
  acceptInvitation,
  changePassword,
  type HashParameters,
  myCredential,
  type NewCredential,
  type OwnCredential,
  strengthenCredential,
} from './functions/credential.ts';
export { readHashParameters, type StoredHashParameters } from './functions/hash-parameters.ts';
export { insertMail, insertMails, isMailServerSet, type QueuedMail } from './functions/mail.ts';
export {
  addPasskey,
  beginTotp,
  confirmTotp,
  type FactorRemoval,
  ownFactors,
  type PasskeyToAdd,
  type PendingTotp,
  pendingTotp,
  type ReplacingSession,
  removeFactor,
  renamePasskey,
  renewRecoveryCodes,
} from './functions/own-factors.ts';
export { endOwnSessions, type OwnSession, ownSessions, signInSummary } from './functions/own-sessions.ts';
export {
  beginChallenge,
  beginPasskey,
  finishPasskey,
  type PasskeyAttempt,
  type PasskeyPurpose,
} from './functions/passkey.ts';
export { clearOwnPhoto, setOwnPhoto } from './functions/photo.ts';
export {
  type BegunReset,
  beginReset,
  completeReset,
  confirmEmailChange,
  linkPasswordMinimum,
  mailInvitationAgain,
  ownPasswordMinimum,
  type PreparedMail,
  reportNotMe,
  requestEmailChange,
  requestReset,
} from './functions/reset.ts';
export { beginFactor, type Entered, type FactorAttempt, finishFactor } from './functions/second-factor.ts';
export {
  type CustomerSession,
  endSession,
  portalFirmName,
  readCustomerSession,
  readStaffSession,
  type SessionEndReason,
  type SessionMethod,
  type SessionRecord,
  type StaffSession,
  touchSession,
} from './functions/session.ts';
export {
  type Attempt,
  beginConfirmation,
  beginSignIn,
  confirmIdentity,
  countTry,
  enterAfterSetup,
  finishSignIn,
  type SessionToOpen,
  type SignedInOrPending,
} from './functions/sign-in.ts';
export { countTokenFailure } from './functions/token.ts';
export { listAccountActivity } from './repositories/account-activity.ts';
export { type NamedAccount, readAccounts, staffFacts } from './repositories/account-facts.ts';
export {
  type AccountSwitches,
  adminIds,
  createAccountLink,
  endSessionOf,
  endSessionsOf,
  hasUsableAdminBeside,
  isEmailTaken,
  liftSuspension,
  lockAccounts,
  moveCustomer,
  needsEnd,
  removeFactors,
  replaceInvitedEmail,
  requirePasswordChange,
  revokeTokens,
  setAccountExpiry,
  setAccountSwitches,
  setAdminFlag,
  suspendAccount,
} from './repositories/account-lifecycle.ts';
export { type AccountSecurity, readAccountSecurity, readHalves } from './repositories/account-security.ts';
export { listAccountSessions } from './repositories/account-sessions.ts';
export { countOwned, countTraces } from './repositories/account-traces.ts';
export {
  type AddressRuleFields,
  type AddressRulePlace,
  type AddressRuleRecord,
  cutOffBy,
  isOwnToken,
  readAddressRules,
  replaceAddressRules,
} from './repositories/address-rules.ts';
export {
  anonymiseAccount,
  deleteAccount,
} from './repositories/anonymise-account.ts';
export { readLiveToken, readTokenOwner, type TokenRecord, touchToken } from './repositories/api-tokens.ts';
export { archiveCompany, restoreCompany } from './repositories/archive-company.ts';
export {
  type CompanyPolicyEffect,
  type CompanyPolicyFields,
  type CompanyPolicyRecord,
  companyPolicyEffect,
  readCompanyPolicy,
  saveCompanyPolicy,
} from './repositories/company-policy.ts';
export {
  createInvitedCustomer,
  customerGroupChoices,
  isCustomerEmailTaken,
} from './repositories/invite-customer.ts';
export { listPeople } from './repositories/list-people.ts';
export { listUsers, type UserFilter, type UserListRecord } from './repositories/list-users.ts';
export {
  deleteMailSettings,
  lockMailSettings,
  type MailSettingsRecord,
  readMailSettings,
  readMailState,
  saveMailSettings,
} from './repositories/mail-settings.ts';
export {
  type ClaimedMail,
  claimMail,
  dropMail,
  dueMails,
  failMail,
  insertMailByJob,
  isMailServerSetForJobs,
  type MailServerRecord,
  markMailSent,
  postponeMail,
  purgeMails,
  readAdminsToTell,
  readMailSender,
} from './repositories/mails.ts';
export {
  insertToken,
  listTokens,
  revokeToken,
  type TokenListRecord,
  tokenDaysAtMost,
} from './repositories/own-tokens.ts';
export { findPhoto, replacePhoto } from './repositories/photos.ts';
export { ownPhoto } from './repositories/portal/own-photo.ts';
export {
  closeSecurityAlert,
  findOpenAlert,
  listSecurityAlerts,
  type SecurityAlertRecord,
} from './repositories/security-alerts.ts';
export {
  capLiveSessions,
  readSecurityPolicy,
  type SecurityPolicyEffect,
  type SecurityPolicyFields,
  type SecurityPolicyRecord,
  securityPolicyEffect,
  updateSecurityPolicy,
} from './repositories/security-policy.ts';
export {
  consumeSetupLink,
  createFirstAdmin,
  isSetupLinkOpen,
  readDoor,
  readSignInName,
  takeSetup,
} from './repositories/setup.ts';
export {
  clearSignInThrottle,
  countSignIns,
  listSignIns,
  type SignInBucket,
  type SignInFilter,
  type SignInRecord,
} from './repositories/sign-in-activity.ts';
export type { MembershipRecord, PersonRecord, UserRecord } from './repositories/user-record.ts';
export {
  createInvitationLink,
  createInvitedUser,
  deactivateUser,
  endOpenLinks,
  reactivateUser,
  reopenInvitation,
  setPreferences,
  updateUserProfile,
} from './repositories/write-account.ts';
export {
  DatabaseInUse,
  type RotatedSecrets,
  readKeyFingerprint,
  rotateSecrets,
  type SecretConverters,
  SecretNotOpened,
} from './rotate-secrets.ts';
export { openSetupLink } from './setup-link.ts';
