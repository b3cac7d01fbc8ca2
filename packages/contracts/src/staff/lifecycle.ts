import { z } from 'zod';
import { AccountId, CompanyId, ProjectId, SessionId } from '../common/ids.ts';
import { Cursor, PageLimit } from '../common/paging.ts';
import { DisplayName, EmailAddress, JobTitle, Reason, Timestamp } from '../common/text.ts';
import { Person, ShownStatus } from './accounts.ts';
import { MemberRole } from './projects.ts';

/** What is done to an account for a reason and needs nothing else. */
export const ChangeReasonInput = z.strictObject({ reason: Reason });

export const SetExpiryInput = z.strictObject({ expiresAt: Timestamp.nullable(), reason: Reason });
export const SetAdminInput = z.strictObject({ isAdmin: z.boolean(), reason: Reason });

/** A8: what an account may not do although its groups give it. */
export const AccountSwitches = z.strictObject({
  mayUseTokens: z.boolean(),
  isPasskeyOnly: z.boolean(),
  mayDownload: z.boolean(),
  mayComment: z.boolean(),
});
export type AccountSwitches = z.infer<typeof AccountSwitches>;
export const SetSwitchesInput = z.strictObject({ ...AccountSwitches.shape, reason: Reason });

export const ChangeEmailInput = z.strictObject({ newEmail: EmailAddress, reason: Reason });
/** U6: `waiting`: counts once it is confirmed at the new address; `changed`: nobody had signed in with the old one. */
export const AddressChange = z.strictObject({ state: z.enum(['waiting', 'changed']) });

export const UpdateCustomerInput = z.strictObject({
  version: z.number().int(),
  displayName: DisplayName,
  title: JobTitle,
});
export const MoveCustomerInput = z.strictObject({ companyId: CompanyId, reason: Reason });

export const ListActivityInput = z.strictObject({ cursor: Cursor.optional(), limit: PageLimit });

/** What can be done to an account, each with its own rules. */
export const AccountControl = z.enum([
  'edit',
  'endSessions',
  'setExpiry',
  'setSwitches',
  'setPasskeyOnly',
  'requirePasswordChange',
  'resetFactors',
  'sendReset',
  'changeEmail',
  'setAdmin',
  'suspend',
  'liftSuspension',
  'deactivate',
  'reactivate',
  'offboard',
  'move',
  'anonymise',
  'delete',
]);
export type AccountControl = z.infer<typeof AccountControl>;

/** How an account signs in, what it is held to, and what the viewer may change there. */
export const AccountControls = z.strictObject({
  security: z.strictObject({
    ...AccountSwitches.shape,
    hasPassword: z.boolean(),
    passwordChangedAt: Timestamp.nullable(),
    mustChangePassword: z.boolean(),
    hasTotp: z.boolean(),
    passkeyCount: z.number().int(),
    recoveryCodesLeft: z.number().int(),
    isFactorRequired: z.boolean(),
    suspendedAt: Timestamp.nullable(),
    suspendedBy: Person.nullable(),
    liveSessions: z.number().int(),
    liveTokens: z.number().int(),
  }),
  /** U3: open projects that the person leads, as far as the viewer sees them. */
  ledProjects: z.number().int(),
  /** U5: links can be mailed. */
  sendsMail: z.boolean(),
  controls: z.array(
    z.strictObject({
      control: AccountControl,
      /** Open now, or once identity is confirmed. A hint; the server decides again. */
      isOpen: z.boolean(),
      needsConfirmation: z.boolean(),
      /** Why it is not open, in words. */
      why: z.string().nullable(),
    }),
  ),
});
export type AccountControls = z.infer<typeof AccountControls>;

export const AccountSessions = z.strictObject({
  rows: z.array(
    z.strictObject({
      id: SessionId,
      createdAt: Timestamp,
      lastUsedAt: Timestamp,
      address: z.string().nullable(),
      userAgent: z.string().nullable(),
      method: z.string(),
    }),
  ),
});
/** One session, or all of them. */
export const EndAccountSessionsInput = z.strictObject({ sessionId: SessionId.optional() });

/** What somebody left behind that stays; with any of it an account is anonymised instead of deleted (U4). */
export const TraceKind = z.enum([
  'actions',
  'people',
  'groups',
  'companies',
  'projects',
  'files',
  'findings',
  'imports',
  'reports',
  'alerts',
]);
export type TraceKind = z.infer<typeof TraceKind>;

/** U4: what stands in the way of deleting, and whether anonymising is open. */
export const RemovalPreview = z.strictObject({
  canDelete: z.boolean(),
  canAnonymise: z.boolean(),
  /** What the person answers for, as far as the viewer sees it. */
  owned: z.array(z.strictObject({ id: ProjectId, name: z.string(), role: MemberRole, isOpen: z.boolean() })),
  /** There is more, where the viewer does not look. */
  ownsUnseen: z.boolean(),
  /** `count` null: some; only Admins are told how much, because it may lie in restricted projects (A16). */
  traces: z.array(z.strictObject({ kind: TraceKind, count: z.number().int().nullable() })),
});
export type RemovalPreview = z.infer<typeof RemovalPreview>;

const Ids = z
  .array(AccountId)
  .min(1, { error: 'Choose somebody.' })
  .max(200, { error: 'Choose at most 200.' });

export const BulkDeactivateInput = z.strictObject({
  userIds: Ids,
  reason: Reason,
  leavesProjects: z.boolean().default(false),
});
export const BulkEndSessionsInput = z.strictObject({ userIds: Ids, reason: Reason });
export const BulkAddToGroupInput = z.strictObject({
  userIds: Ids,
  reason: Reason,
  expiresAt: Timestamp.nullable().default(null),
});
export const BulkDone = z.strictObject({ count: z.number().int() });

/** What a person has that matters when they leave: one noun for each kind. */
export const ResponsibilityNoun = z.enum(['project', 'group', 'token', 'invitation']);
export type ResponsibilityNoun = z.infer<typeof ResponsibilityNoun>;

const Responsibility = z.strictObject({
  noun: ResponsibilityNoun,
  id: z.uuid(),
  name: z.string(),
  /** What tells it from others, such as a reference and a company. */
  detail: z.string(),
  role: MemberRole.nullable(),
  isOpen: z.boolean(),
  /** The viewer may give it to somebody. */
  canHandOver: z.boolean(),
  /** Why not, in words. */
  why: z.string().nullable(),
});

/** Everything that a person has, before they leave. */
export const OffboardingPreview = z.strictObject({
  person: z.strictObject({ ...Person.shape, status: ShownStatus, isAdmin: z.boolean() }),
  version: z.number().int(),
  /** Why the viewer cannot carry it out, in words. */
  refusal: z.string().nullable(),
  needsConfirmation: z.boolean(),
  items: z.array(Responsibility),
  /** There is more, where the viewer does not look; it stays as it is. */
  hasUnseen: z.boolean(),
});
export type OffboardingPreview = z.infer<typeof OffboardingPreview>;

export const CarryOutInput = z.strictObject({
  /** The account's, as the preview had it. */
  version: z.number().int(),
  /** U3: each responsibility that can be handed over, with who takes it; null leaves it as it is, on purpose. */
  successors: z
    .array(z.strictObject({ noun: ResponsibilityNoun, id: z.uuid(), to: AccountId.nullable() }))
    .max(1_000),
  removeFromGroups: z.boolean(),
  /** What becomes of the account. */
  afterwards: z.enum(['deactivate', 'leave']),
  reason: Reason,
});

export const CarriedOut = z.strictObject({
  handedOver: z.array(
    z.strictObject({ noun: ResponsibilityNoun, id: z.uuid(), name: z.string(), to: Person }),
  ),
  leftAsIs: z.number().int(),
  groupsLeft: z.number().int(),
  tokensRevoked: z.number().int(),
  linksEnded: z.number().int(),
  status: ShownStatus,
});
export type CarriedOut = z.infer<typeof CarriedOut>;
