export { createDatabase, type Database, type DatabaseOptions, type Tx } from './client.ts';
export { constraintOf, isSerializationOrDeadlock, sqlStateOf } from './database-error.ts';
export { listOwnActivity } from './functions/activity.ts';
export { appendPortalAudit, type PortalAuditEntry } from './functions/audit.ts';
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
  addCheckpoint,
  appendSeals,
  type ChainLink,
  countWaiting,
  keepAuditKey,
  listCheckpoints,
  listStrangers,
  listUnsealed,
  readChain,
  readChainEnd,
  readSealAt,
  readSealedAuditKey,
  takeChain,
} from './repositories/audit-chain.ts';
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
export { jobState } from './repositories/job-state.ts';
export { listCompanies } from './repositories/list-companies.ts';
export { listCustomerNames, listCustomers } from './repositories/list-customers.ts';
export { countFindings, type FindingListRecord, listFindings } from './repositories/list-findings.ts';
export { listGroups } from './repositories/list-groups.ts';
export { listProjects } from './repositories/list-projects.ts';
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
export { isSchemaCurrent } from './schema-state.ts';
export { STARTING_FIRM_NAME, seedInstallation } from './seed.ts';
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
