export { lockAdmins } from './admins.ts';
export { createDatabase, type Database, type DatabaseOptions, type Tx } from './client.ts';
export { constraintOf, isSerializationOrDeadlock, sqlStateOf } from './database-error.ts';
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
export {
  type CustomerSession,
  endSession,
  portalFirmName,
  readCustomerSession,
  readStaffSession,
  type SessionEndReason,
  type SessionRecord,
  type StaffSession,
  touchSession,
} from './functions/session.ts';
export {
  type Attempt,
  beginConfirmation,
  beginSignIn,
  confirmIdentity,
  finishSignIn,
} from './functions/sign-in.ts';
export { Prisma } from './generated/client.ts';
export type { Grant, GroupGrant, UserGrant } from './grant.ts';
export { InvalidCursor } from './keyset/cursor.ts';
export {
  countUpTo,
  type Keyset,
  keysetPage,
  keysetSql,
  type PageQuery,
  type SortColumn,
} from './keyset/keyset.ts';
export {
  MIGRATIONS_DIR,
  type MigrateOptions,
  MigrationError,
  type MigrationProblem,
  migrate,
} from './migrate.ts';
export { nameSkeleton } from './name-skeleton.ts';
export { ACCOUNT_REFERENCES, type ReferenceKind } from './owned-references.ts';
export { type RowAccess, TABLE_POLICIES, type TablePolicy } from './policies.ts';
export { type NamedAccount, readAccounts, staffFacts } from './repositories/account-facts.ts';
export {
  type AuditFilter,
  type AuditRecord,
  appendAudit,
  listAudit,
  type NewAuditEntry,
} from './repositories/audit-log.ts';
export { findUser } from './repositories/find-user.ts';
export type { GroupListRecord, GroupMemberRecord, GroupRecord } from './repositories/group-record.ts';
export { listGroups } from './repositories/list-groups.ts';
export { listPeople } from './repositories/list-people.ts';
export { listUsers, type UserFilter, type UserListRecord } from './repositories/list-users.ts';
export { type CustomerRecord, readOwnCustomer, updateOwnCustomer } from './repositories/portal-profile.ts';
export { type InvitableGroup, isGroupNameTaken, memberIds, readGroups } from './repositories/read-groups.ts';
export {
  consumeSetupLink,
  createFirstAdmin,
  isSetupLinkOpen,
  readDoor,
  readSignInName,
  takeSetup,
} from './repositories/setup.ts';
export type { MembershipRecord, PersonRecord, UserRecord } from './repositories/user-record.ts';
export {
  createInvitationLink,
  createInvitedUser,
  deactivateUser,
  endOpenLinks,
  hasOtherUsableAdmin,
  reactivateUser,
  reopenInvitation,
  updateUserProfile,
} from './repositories/write-account.ts';
export {
  addMemberships,
  createGroup,
  deleteGroup,
  type NewMembership,
  removeMemberships,
  updateGroup,
} from './repositories/write-group.ts';
export { DEFINER_ROLE, ensureRoles, ROLE, type RolePasswords, RolePrivilegeError } from './roles.ts';
export { isSchemaCurrent } from './schema-state.ts';
export { STARTING_FIRM_NAME, seedInstallation } from './seed.ts';
export { openSetupLink } from './setup-link.ts';
export { inTransaction, type TransactionContext } from './transaction.ts';
export { databaseUrl, roleUrl } from './urls.ts';
export {
  findVisible,
  visibleAudit,
  visibleCustomers,
  visibleGroups,
  visibleMembers,
  visiblePeople,
  visibleSelf,
  visibleUsers,
} from './visibility.ts';
