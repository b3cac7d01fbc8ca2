import { z } from 'zod';
import { AccountId, CompanyId, GroupId } from '../common/ids.ts';
import { DisplayName, EmailAddress, JobTitle, Reason, Timestamp } from '../common/text.ts';
import { PortalPermissionSchema } from '../portal/permission-schema.ts';
import { Person, ShownStatus, UserMembership } from './accounts.ts';

/** Names alone for owners and team of a project of the company; the rest with Manage Customers. */
export const CustomerRow = z.strictObject({
  id: AccountId,
  displayName: z.string(),
  title: z.string(),
  photo: z.uuid().nullable(),
  details: z
    .strictObject({
      email: z.string(),
      status: ShownStatus,
      hasFactor: z.boolean(),
      groups: z.array(z.strictObject({ id: GroupId, name: z.string() })),
      lastSignInAt: Timestamp.nullable(),
      invitationEndsAt: Timestamp.nullable(),
      expiresAt: Timestamp.nullable(),
      canRenewInvitation: z.boolean(),
    })
    .nullable(),
});
export type CustomerRow = z.infer<typeof CustomerRow>;

/** All customers of one company, by name. */
export const CustomerList = z.strictObject({ rows: z.array(CustomerRow) });

/** Customer groups one may invite into. */
export const CustomerGroupChoice = z.strictObject({
  id: GroupId,
  name: z.string(),
  purpose: z.string(),
  requiresAccountExpiry: z.boolean(),
});
export const CustomerGroupChoices = z.strictObject({ rows: z.array(CustomerGroupChoice) });

export const InviteCustomerInput = z.strictObject({
  displayName: DisplayName,
  email: EmailAddress,
  title: JobTitle.default(''),
  groupIds: z.array(GroupId).min(1, { error: 'Choose at least one group.' }).max(20),
  reason: Reason,
  expiresAt: Timestamp.nullable().default(null),
});

/** U5: the one-time link, shown to the inviter once. */
export const CustomerInvitationLink = z.strictObject({
  customerId: AccountId,
  isMailed: z.boolean(),
  link: z.string().nullable(),
  endsAt: Timestamp,
});
/** Everything that the page about a customer shows. */
export const CustomerDetail = z.strictObject({
  id: AccountId,
  displayName: z.string(),
  title: z.string(),
  photo: z.uuid().nullable(),
  companyId: CompanyId,
  companyName: z.string(),
  email: z.string(),
  status: ShownStatus,
  lastSignInAt: Timestamp.nullable(),
  expiresAt: Timestamp.nullable(),
  createdAt: Timestamp,
  version: z.number().int(),
  invitedBy: Person.nullable(),
  invitationEndsAt: Timestamp.nullable(),
  memberships: z.array(UserMembership),
  permissions: z.array(PortalPermissionSchema),
});
export type CustomerDetail = z.infer<typeof CustomerDetail>;
