import { z } from 'zod';
import { Audience } from '../common/audience.ts';
import { AccountId, GroupId } from '../common/ids.ts';
import { multiLine, Reason, singleLine, Timestamp } from '../common/text.ts';
import { PortalPermissionSchema } from '../portal/permission-schema.ts';
import { Person } from './accounts.ts';
import { StaffGrant } from './permission-schema.ts';

const GroupName = singleLine(60, 2);
const GroupPurpose = multiLine(300).pipe(z.string().min(1, { error: 'Say what the group is for.' }));

/** A grant as a group holds it: of staff with reach, of customers without. A10 keeps them apart. */
export const GroupGrants = z.union([
  z.strictObject({ audience: z.literal(Audience.Staff), staff: z.array(StaffGrant).max(7) }),
  z.strictObject({
    audience: z.literal(Audience.Customer),
    customer: z.array(PortalPermissionSchema).max(9),
  }),
]);
export type GroupGrants = z.infer<typeof GroupGrants>;

export const GroupRow = z.strictObject({
  id: GroupId,
  key: z.string().nullable(),
  name: z.string(),
  purpose: z.string(),
  grants: GroupGrants,
  isAssignable: z.boolean(),
  /** Its members' accounts must have an end date. */
  requiresAccountExpiry: z.boolean(),
  memberCount: z.number().int(),
  members: z.array(Person).max(5),
  expiresAt: Timestamp.nullable(),
});
export type GroupRow = z.infer<typeof GroupRow>;
export const GroupList = z.strictObject({ rows: z.array(GroupRow) });

export const GroupMember = z.strictObject({
  ...Person.shape,
  /** The member's account is live, so that the membership counts. */
  isActive: z.boolean(),
  grantedAt: Timestamp,
  grantedBy: Person.nullable(),
  reason: z.string(),
  expiresAt: Timestamp.nullable(),
});

/** What the viewer may change here now, with the reason where not. Hints: the server decides again. */
export const GroupAbilities = z.strictObject({
  canEditGrants: z.boolean(),
  canEditMembers: z.boolean(),
  canDelete: z.boolean(),
  /** S8: saving asks to confirm identity. */
  needsConfirmation: z.boolean(),
  /** The viewer's own stable permissions: what they may give (A1). */
  mayGive: z.array(StaffGrant),
  limit: z.string().nullable(),
});

export const GroupDetail = z.strictObject({
  ...GroupRow.omit({ members: true }).shape,
  version: z.number().int(),
  members: z.array(GroupMember),
  abilities: GroupAbilities,
});
export type GroupDetail = z.infer<typeof GroupDetail>;

export const CreateGroupInput = z.strictObject({
  name: GroupName,
  purpose: GroupPurpose,
  grants: GroupGrants,
});

const AddedMember = z.strictObject({
  userId: AccountId,
  reason: Reason,
  expiresAt: Timestamp.nullable().default(null),
});

/** Everything the editor can change, saved as one: either all of it or none (A11). */
const GroupChangeFields = {
  version: z.number().int(),
  name: GroupName,
  purpose: GroupPurpose,
  grants: GroupGrants,
  addMembers: z.array(AddedMember).max(200).default([]),
  removeMembers: z.array(AccountId).max(200).default([]),
};
export const UpdateGroupInput = z.strictObject(GroupChangeFields);
export const PreviewGroupChangeInput = z.strictObject(GroupChangeFields);
export const DeleteGroupInput = z.strictObject({ version: z.number().int() });

/** One sentence of the effect: these people gain or lose this. */
const PermissionEffect = z.strictObject({
  /** Key of the staff or portal permission. */
  permission: z.string(),
  label: z.string(),
  /** "Everywhere", "All projects", "From all projects to those they own or work on" … */
  detail: z.string(),
  people: z.array(Person),
});

/** A9: what a change would do, by name, before anything is saved. */
export const GroupChangeEffect = z.strictObject({
  changeCount: z.number().int(),
  peopleCount: z.number().int(),
  gain: z.array(PermissionEffect),
  lose: z.array(PermissionEffect),
  checks: z.array(
    z.strictObject({
      outcome: z.enum(['passed', 'warning', 'refused']),
      rule: z.string(),
      message: z.string(),
    }),
  ),
  /** False when a check refused; saving would answer the same. */
  isAllowed: z.boolean(),
  needsConfirmation: z.boolean(),
});
export type GroupChangeEffect = z.infer<typeof GroupChangeEffect>;
