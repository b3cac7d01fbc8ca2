export { lockAdmins } from './admins.ts';
export { createDatabase, type Database, type DatabaseOptions, type Tx } from './client.ts';
export { constraintOf, isSerializationOrDeadlock, sqlStateOf } from './database-error.ts';
export { listOwnActivity } from './functions/activity.ts';
export { appendPortalAudit, type PortalAuditEntry } from './functions/audit.ts';
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
export { insertMail, isMailServerSet, type QueuedMail } from './functions/mail.ts';
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
export { Prisma } from './generated/client.ts';
export type {
  CompanyGrant,
  CustomerGrant,
  Grant,
  GrantKind,
  GroupGrant,
  ProjectBoundGrant,
  ShownGrant,
  UserGrant,
} from './grant.ts';
export { enqueue, installJobs, type JobTask } from './jobs.ts';
export { InvalidCursor } from './keyset/cursor.ts';
export {
  countUpTo,
  type Keyset,
  keysetPage,
  keysetSql,
  type PageQuery,
  type SortColumn,
} from './keyset/keyset.ts';
export { announce, type LiveListener, type LiveNotice, listenLive } from './live.ts';
export {
  MIGRATIONS_DIR,
  type MigrateOptions,
  MigrationError,
  type MigrationProblem,
  migrate,
} from './migrate.ts';
export { nameSkeleton } from './name-skeleton.ts';
export {
  ACCOUNT_REFERENCES,
  type ReferenceKind,
  type ReferencesOf,
  referencesOf,
} from './owned-references.ts';
export { type RowAccess, TABLE_POLICIES, type TablePolicy } from './policies.ts';
export { newProjectReference } from './project-reference.ts';
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
  clearPhoto,
  deleteAccount,
  photoOf,
} from './repositories/anonymise-account.ts';
export { readLiveToken, readTokenOwner, type TokenRecord, touchToken } from './repositories/api-tokens.ts';
export {
  insertImportedFindings,
  insertImportedInstances,
  type KnownFinding,
  knownFindings,
  lockOpenProjectById,
  type NewImportedFinding,
  type NewImportedInstance,
} from './repositories/apply-import.ts';
export { type NewMember, replaceMembers } from './repositories/assign-project.ts';
export {
  type AuditFilter,
  type AuditRecord,
  appendAudit,
  listAudit,
  type NewAuditEntry,
} from './repositories/audit-log.ts';
export {
  type AdminToMake,
  type LiveSessionRecord,
  listLiveSessions,
  makeAdminByCommand,
  revokeEverything,
  saveHashParameters,
} from './repositories/command-line.ts';
export {
  type CompanyPolicyEffect,
  type CompanyPolicyFields,
  type CompanyPolicyRecord,
  companyPolicyEffect,
  readCompanyPolicy,
  saveCompanyPolicy,
} from './repositories/company-policy.ts';
export type { CompanyRowRecord } from './repositories/company-rows.ts';
export { type CompletionRecord, markCompleted, readCompletion } from './repositories/completion.ts';
export {
  addEvidence,
  evidencePlace,
  fileOfEvidence,
  findingIdOfEvidence,
  lockEvidence,
  removeEvidence,
  updateEvidence,
} from './repositories/evidence.ts';
export type {
  CompanyContactRecord,
  CompanyProfileRecord,
  CompanyRecord,
} from './repositories/find-company.ts';
export { type CustomerAccountRecord, customerFacts } from './repositories/find-customer.ts';
export type { FindingRecord } from './repositories/find-finding.ts';
export type { ImportRecord } from './repositories/find-import.ts';
export type { ProjectRecord } from './repositories/find-project.ts';
export type { ReportRecord } from './repositories/find-report.ts';
export { findUser } from './repositories/find-user.ts';
export {
  type EvidenceRecord,
  type InstanceRecord,
  listEvidence,
  listInstances,
} from './repositories/finding-parts.ts';
export type { GroupListRecord, GroupMemberRecord, GroupRecord } from './repositories/group-record.ts';
export {
  createImport,
  type ImportSummary,
  listImports,
  listPlannedFindings,
  lockImport,
  markImportApplied,
  markImportFailed,
  markImportReading,
  markImportReady,
  moveImport,
  type PlannedFindingRow,
  setImportProgress,
} from './repositories/imports.ts';
export { addInstances, instanceTargets, removeInstances, updateInstance } from './repositories/instances.ts';
export {
  createInvitedCustomer,
  customerGroupChoices,
  isCustomerEmailTaken,
} from './repositories/invite-customer.ts';
export { jobState } from './repositories/job-state.ts';
export { listCompanies } from './repositories/list-companies.ts';
export { listCustomerNames, listCustomers } from './repositories/list-customers.ts';
export { countFindings, type FindingListRecord, listFindings } from './repositories/list-findings.ts';
export { listGroups } from './repositories/list-groups.ts';
export { listPeople } from './repositories/list-people.ts';
export { listProjects } from './repositories/list-projects.ts';
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
export type { PublishedFindingRecord } from './repositories/portal/find-published-finding.ts';
export type { ReleasedFile, ReleasedReportRecord } from './repositories/portal/find-released-report.ts';
export type { ShownProjectRecord } from './repositories/portal/find-shown-project.ts';
export {
  latestPublishedFindings,
  listPublishedFindings,
  type PublishedFindingRowRecord,
} from './repositories/portal/list-published-findings.ts';
export { listReleasedReports } from './repositories/portal/list-released-reports.ts';
export { listShownProjects, type ShownProjectRowRecord } from './repositories/portal/list-shown-projects.ts';
export { ownLogo } from './repositories/portal/own-logo.ts';
export { ownPhoto } from './repositories/portal/own-photo.ts';
export {
  type CustomerRecord,
  readOwnCustomer,
  setOwnPreferences,
  updateOwnCustomer,
} from './repositories/portal-profile.ts';
export type { ProjectMemberRecord } from './repositories/project-facts.ts';
export type { ProjectRowRecord } from './repositories/project-rows.ts';
export {
  clientFilesOf,
  lockForPublishing,
  type PublishableRecord,
  portalFilesOf,
  publishLocked,
  unpublishLocked,
} from './repositories/publish-findings.ts';
export { type InvitableGroup, isGroupNameTaken, memberIds, readGroups } from './repositories/read-groups.ts';
export {
  type ReportFindingRecord,
  type ReportProject,
  readReportFindings,
  readReportProject,
} from './repositories/report-contents.ts';
export {
  createReport,
  type ListedReport,
  listReports,
  lockReport,
  markReportFailed,
  markReportReady,
  noteReportFindings,
  type ReportObstacles,
  releaseReport,
  reportObstacles,
  setReportProgress,
} from './repositories/reports.ts';
export {
  countLedProjects,
  endLinksMadeBy,
  type HeldProject,
  isOnOpenProjects,
  leadsOpenProjects,
  leaveAllGroups,
  listHeldProjects,
  listLiveTokens,
  listOpenInvitations,
  lockProjects,
  replaceMember,
} from './repositories/responsibilities.ts';
export {
  addScope,
  listScope,
  removeScope,
  type ScopeRecord,
  scopeKeys,
  updateScopeItem,
} from './repositories/scope.ts';
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
export {
  addWrappedKey,
  deleteFile,
  type FileOwner,
  insertFile,
  lockFile,
  markInPortal,
  type NewFile,
  readFileAndKey,
  readMarks,
  readWrappedKey,
  type StoredFile,
  type StoreName,
} from './repositories/stored-files.ts';
export { takeEndingTokens } from './repositories/token-reminders.ts';
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
export { clearLogo, createCompany, replaceLogo, updateCompany } from './repositories/write-company.ts';
export {
  createFinding,
  deleteFinding,
  lockOpenProjectOf,
  touchFinding,
  updateFinding,
} from './repositories/write-finding.ts';
export {
  addMemberships,
  createGroup,
  deleteGroup,
  type NewMembership,
  removeMemberships,
  updateGroup,
} from './repositories/write-group.ts';
export {
  createProject,
  lockOpenProject,
  projectChoices,
  unknownChoices,
  updateProject,
} from './repositories/write-project.ts';
export { DEFINER_ROLE, ensureRoles, ROLE, type RolePasswords, RolePrivilegeError } from './roles.ts';
export {
  DatabaseInUse,
  type RotatedSecrets,
  readKeyFingerprint,
  rotateSecrets,
  type SecretConverters,
  SecretNotOpened,
} from './rotate-secrets.ts';
export { isSchemaCurrent } from './schema-state.ts';
export { STARTING_FIRM_NAME, seedInstallation } from './seed.ts';
export { openSetupLink } from './setup-link.ts';
export { inTransaction, type TransactionContext } from './transaction.ts';
export { databaseUrl, roleUrl } from './urls.ts';
export {
  visibleCompanies,
  visibleCompanyProfiles,
  visibleFindings,
  visibleImports,
  visibleProjects,
  visibleReports,
} from './visibility/engagements.ts';
export {
  visibleAccountActivity,
  visibleAudit,
  visibleCustomerNames,
  visibleCustomers,
  visibleGroups,
  visibleMembers,
  visiblePeople,
  visiblePhotos,
  visibleSelf,
  visibleUsers,
} from './visibility/people.ts';
export {
  clientEvidence,
  publishedFindings,
  publishedInstances,
  releasedReports,
  shownProjects,
} from './visibility/portal.ts';
export { visibleSignIns } from './visibility/sign-ins.ts';
export { findVisible } from './visibility.ts';
