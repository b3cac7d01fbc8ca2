import { z } from 'zod';
import { AccountId, GroupId } from '../common/ids.ts';
import { Cursor, PageLimit, pageOf, SortDirection } from '../common/paging.ts';
import { Language, PhoneNumber, Theme } from '../common/preferences.ts';
import { LinkSecret, SessionState } from '../common/session.ts';
import {
  DisplayName,
  EmailAddress,
  JobTitle,
  PasswordText,
  Reason,
  SearchText,
  Timestamp,
  Username,
} from '../common/text.ts';
import { SHOWN_STATUSES, USER_SORTS } from './choices.ts';
import { StaffGrant } from './permission-schema.ts';

/** What every staff user may know of another (Who may read: the staff directory). */
export const Person = z.strictObject({
  id: AccountId,
  displayName: z.string(),
  title: z.string(),
  /** There is one at GET /files/photos/:accountId; another photo has another id. */
  photo: z.uuid().nullable(),
});
export type Person = z.infer<typeof Person>;

/** A status as people meet it: what U1 stores, with a suspension, or an expiry that has passed, shown as such. */
export const ShownStatus = z.enum(SHOWN_STATUSES);
export type ShownStatus = z.infer<typeof ShownStatus>;

export const UserRow = z.strictObject({
  ...Person.shape,
  email: z.string(),
  username: z.string().nullable(),
  status: ShownStatus,
  isAdmin: z.boolean(),
  /** S5: a second factor is enrolled. */
  hasFactor: z.boolean(),
  groups: z.array(z.strictObject({ id: GroupId, name: z.string() })),
  lastSignInAt: Timestamp.nullable(),
  expiresAt: Timestamp.nullable(),
  createdAt: Timestamp,
});
export type UserRow = z.infer<typeof UserRow>;

export const UserSort = z.enum(USER_SORTS);
export type UserSort = z.infer<typeof UserSort>;

/** When somebody signed in last: never, or before or after a moment. */
export const LastSignInFilter = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('never') }),
  z.strictObject({ is: z.enum(['before', 'after']), at: Timestamp }),
]);
export type LastSignInFilter = z.infer<typeof LastSignInFilter>;

export const ListUsersInput = z.strictObject({
  search: SearchText,
  status: z.array(ShownStatus).max(6).default([]),
  groupId: GroupId.optional(),
  isAdmin: z.boolean().optional(),
  hasFactor: z.boolean().optional(),
  lastSignIn: LastSignInFilter.optional(),
  sort: z
    .strictObject({ field: UserSort, direction: SortDirection })
    .default({ field: 'displayName', direction: 'asc' }),
  cursor: Cursor.optional(),
  limit: PageLimit,
});
export const UserPage = pageOf(UserRow);

export const ListPeopleInput = z.strictObject({
  search: SearchText,
  cursor: Cursor.optional(),
  limit: PageLimit,
});
export const PeoplePage = pageOf(Person);

/** One way by which a person holds a permission: which group gives it, how far, for how long, and who granted it. */
export const HeldPermission = z.strictObject({
  grant: StaffGrant,
  paths: z.array(
    z.strictObject({
      groupId: GroupId,
      groupName: z.string(),
      grant: StaffGrant,
      endsAt: Timestamp.nullable(),
    }),
  ),
});
export type HeldPermission = z.infer<typeof HeldPermission>;

export const UserMembership = z.strictObject({
  groupId: GroupId,
  groupName: z.string(),
  grantedAt: Timestamp,
  grantedBy: Person.nullable(),
  reason: z.string(),
  expiresAt: Timestamp.nullable(),
});

/** What the viewer may do to this account now. A hint for the interface; the server decides again. */
export const UserAbilities = z.strictObject({
  canEdit: z.boolean(),
  canDeactivate: z.boolean(),
  canReactivate: z.boolean(),
  canRenewInvitation: z.boolean(),
  /** Why the account is out of the viewer's hands, in words; null when it is not. */
  limit: z.string().nullable(),
});

export const UserDetail = z.strictObject({
  ...UserRow.shape,
  version: z.number().int(),
  invitedBy: Person.nullable(),
  invitationEndsAt: Timestamp.nullable(),
  memberships: z.array(UserMembership),
  holds: z.array(HeldPermission),
  abilities: UserAbilities,
});
export type UserDetail = z.infer<typeof UserDetail>;

export const InviteUserInput = z.strictObject({
  displayName: DisplayName,
  email: EmailAddress,
  username: Username.optional(),
  title: JobTitle.default(''),
  groupIds: z.array(GroupId).max(20).default([]),
  reason: Reason,
  /** End of the account; a group may require one. */
  expiresAt: Timestamp.nullable().default(null),
});

/** U5: with no mail server the one-time link is shown to the inviter, once. */
/** U5: mailed to the invited, or, without a mail server, shown once to whoever invites. */
export const InvitationLink = z.strictObject({
  userId: AccountId,
  isMailed: z.boolean(),
  link: z.string().nullable(),
  endsAt: Timestamp,
});

export const UpdateUserInput = z.strictObject({
  version: z.number().int(),
  displayName: DisplayName,
  username: Username.nullable(),
  title: JobTitle,
});

export const DeactivateUserInput = z.strictObject({
  reason: Reason,
  /** U3: the open projects that the person leads stay theirs, on purpose. */
  leavesProjects: z.boolean().default(false),
});
export const ReactivateUserInput = z.strictObject({ reason: Reason });

export const OwnProfile = z.strictObject({
  id: AccountId,
  displayName: z.string(),
  title: z.string(),
  photo: z.uuid().nullable(),
  phone: z.string(),
  language: Language,
  theme: Theme,
  email: z.string(),
  username: z.string().nullable(),
  isAdmin: z.boolean(),
  version: z.number().int(),
  createdAt: Timestamp,
  lastSignInAt: Timestamp.nullable(),
  passwordChangedAt: Timestamp.nullable(),
  memberships: z.array(UserMembership),
  holds: z.array(HeldPermission),
});
export type OwnProfile = z.infer<typeof OwnProfile>;

/** What is left out stays as it is. */
export const UpdateOwnProfileInput = z.strictObject({
  version: z.number().int(),
  displayName: DisplayName,
  title: JobTitle,
  phone: PhoneNumber.optional(),
  username: Username.nullable().optional(),
});

/** Who is signed in, and what the interface may offer them. */
export const CurrentUser = z.strictObject({
  user: z.strictObject({ ...Person.shape, email: z.string(), isAdmin: z.boolean(), theme: Theme }),
  firmName: z.string(),
  /** Union of what live groups give; for an Admin all seven. Hints: the server checks each call. */
  permissions: z.array(StaffGrant),
  session: SessionState,
});
export type CurrentUser = z.infer<typeof CurrentUser>;

/** What the door tells a visitor before sign-in. */
export const DoorInfo = z.strictObject({
  firmName: z.string(),
  otherDoorUrl: z.string(),
  /** True until the first Admin exists. */
  isSetupOpen: z.boolean(),
  /** Whether links can be mailed: without, nobody can reset a password alone. */
  sendsMail: z.boolean(),
  /** Everything here is removed when it stops. */
  isDemo: z.boolean(),
});

export const CompleteSetupInput = z.strictObject({
  secret: LinkSecret,
  firmName: DisplayName,
  displayName: DisplayName,
  email: EmailAddress,
  password: PasswordText,
});
