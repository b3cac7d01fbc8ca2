export {
  CompleteSetupInput,
  CurrentUser,
  DeactivateUserInput,
  DoorInfo,
  HeldPermission,
  InvitationLink,
  InviteUserInput,
  ListPeopleInput,
  ListUsersInput,
  OwnProfile,
  PeoplePage,
  Person,
  ReactivateUserInput,
  ShownStatus,
  UpdateOwnProfileInput,
  UpdateUserInput,
  UserAbilities,
  UserDetail,
  UserMembership,
  UserPage,
  UserRow,
  UserSort,
} from './accounts.ts';
export { AuditAction, AuditArea, AuditEntry, AuditOutcome, AuditPage, ListAuditInput } from './audit.ts';
export { STAFF_STARTING_GROUPS, StaffGroupKey, type StartingGroup } from './default-groups.ts';
export {
  CreateGroupInput,
  DeleteGroupInput,
  GroupAbilities,
  GroupChangeEffect,
  GroupDetail,
  GroupGrants,
  GroupList,
  GroupMember,
  GroupRow,
  PreviewGroupChangeInput,
  UpdateGroupInput,
} from './groups.ts';
export { Permission, PermissionSchema, Reach, StaffGrant } from './permission.ts';
export { PERMISSION_REGISTRY, PERMISSIONS, type PermissionEntry } from './permission-registry.ts';
