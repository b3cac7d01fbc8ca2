import { z } from 'zod';
import { AccountId } from '../common/ids.ts';
import { Language, PhoneNumber, Theme } from '../common/preferences.ts';
import { SessionState } from '../common/session.ts';
import { DisplayName, Timestamp } from '../common/text.ts';
import { PortalPermissionSchema } from './permission-schema.ts';

/** Who is signed in at the portal. The company comes from the session alone (C1). */
export const CurrentCustomer = z.strictObject({
  user: z.strictObject({
    id: AccountId,
    displayName: z.string(),
    email: z.string(),
    /** There is one at GET /files/photo; another photo has another id. */
    photo: z.uuid().nullable(),
    theme: Theme,
  }),
  companyName: z.string(),
  /** There is one at GET /files/logo. */
  hasLogo: z.boolean(),
  firmName: z.string(),
  permissions: z.array(PortalPermissionSchema),
  session: SessionState,
});
export type CurrentCustomer = z.infer<typeof CurrentCustomer>;

export const CustomerProfile = z.strictObject({
  id: AccountId,
  displayName: z.string(),
  email: z.string(),
  phone: z.string(),
  photo: z.uuid().nullable(),
  language: Language,
  theme: Theme,
  companyName: z.string(),
  groups: z.array(z.strictObject({ name: z.string(), purpose: z.string() })),
  permissions: z.array(PortalPermissionSchema),
  version: z.number().int(),
  lastSignInAt: Timestamp.nullable(),
  passwordChangedAt: Timestamp.nullable(),
});
export type CustomerProfile = z.infer<typeof CustomerProfile>;

/** What is left out stays as it is. */
export const UpdateCustomerProfileInput = z.strictObject({
  version: z.number().int(),
  displayName: DisplayName,
  phone: PhoneNumber.optional(),
});

/** What the portal tells a visitor before sign-in. */
export const PortalDoorInfo = z.strictObject({
  firmName: z.string(),
  /** Whether links can be mailed: without, nobody can reset a password alone. */
  sendsMail: z.boolean(),
  /** Everything here is removed when it stops. */
  isDemo: z.boolean(),
});
