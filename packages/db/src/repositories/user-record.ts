import type { AccountStatus } from '@sallyport/contracts/common';
import type { StaffGrant } from '@sallyport/contracts/staff';
import { Prisma } from '../generated/client.ts';

/** A name as lists show it, and the id of the photo beside it. */
export interface PersonRecord {
  id: string;
  displayName: string;
  title: string;
  photo: string | null;
}

/** One membership of an account, with the grants of its group. */
export interface MembershipRecord<Grant = StaffGrant> {
  groupId: string;
  groupName: string;
  groupPurpose: string;
  groupExpiresAt: Date | null;
  expiresAt: Date | null;
  grantedAt: Date;
  grantedBy: PersonRecord | null;
  reason: string;
  grants: Grant[];
}

/** A staff account as its detail page needs it. */
export interface UserRecord extends PersonRecord {
  email: string;
  phone: string;
  username: string | null;
  status: AccountStatus;
  isAdmin: boolean;
  hasFactor: boolean;
  isCompanyActive: boolean;
  expiresAt: Date | null;
  suspendedAt: Date | null;
  activatedAt: Date | null;
  lastSignInAt: Date | null;
  createdAt: Date;
  version: number;
  invitedBy: PersonRecord | null;
  invitationEndsAt: Date | null;
  memberships: MembershipRecord[];
}

/** A person as JSON, or null when the joined row is missing. `alias` is ours, never a caller's. */
export function personJson(alias: string): Prisma.Sql {
  const row = Prisma.raw(alias);
  return Prisma.sql`case when ${row}.id is null then null else
    jsonb_build_object('id', ${row}.id, 'displayName', ${row}.display_name, 'title', ${row}.title,
      'photo', ${row}.photo_file_id) end`;
}

/** What a group gives, as JSON: `[{ permission, reach }]`. Expects the group as `g`. */
export const GRANTS_JSON = Prisma.sql`(select coalesce(
  jsonb_agg(jsonb_build_object('permission', gg.permission, 'reach', gg.reach) order by gg.permission), '[]')
  from group_grant gg where gg.group_id = g.id)`;

/** The memberships of account `a` as JSON. Expired ones are included: whether one counts now is decided in access. */
export const MEMBERSHIPS_JSON = Prisma.sql`(select coalesce(jsonb_agg(jsonb_build_object(
  'groupId', g.id, 'groupName', g.name, 'groupPurpose', g.purpose, 'groupExpiresAt', g.expires_at,
  'expiresAt', m.expires_at, 'grantedAt', m.granted_at, 'grantedBy', ${personJson('gb')}, 'reason', m.reason,
  'grants', ${GRANTS_JSON}) order by g.name, g.id), '[]')
  from membership m join access_group g on g.id = m.group_id left join account gb on gb.id = m.granted_by_id
  where m.account_id = a.id)`;

/** The columns of UserRecord. Expects the account as `a`, its company as `c`, who invited it as `ib`. */
export const USER_COLUMNS = Prisma.sql`a.id, a.display_name as "displayName", a.title,
  a.photo_file_id as photo, a.email, a.phone, a.username, a.status,
  a.is_admin as "isAdmin", (exists (select from totp_factor hf where hf.account_id = a.id and hf.confirmed_at is not null)
    or exists (select from passkey hk where hk.account_id = a.id)) as "hasFactor", c.archived_at is null as "isCompanyActive", a.expires_at as "expiresAt",
  a.suspended_at as "suspendedAt", a.activated_at as "activatedAt", a.last_sign_in_at as "lastSignInAt",
  a.created_at as "createdAt", a.version, ${personJson('ib')} as "invitedBy",
  a.invitation_ends_at as "invitationEndsAt", ${MEMBERSHIPS_JSON} as memberships`;

/** Dates inside JSON arrive as text. */
type InJson<T> = {
  [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K];
};
export type MembershipJson<Grant = StaffGrant> = InJson<MembershipRecord<Grant>>;

export function toMembership<Grant>(json: MembershipJson<Grant>): MembershipRecord<Grant> {
  return {
    ...json,
    groupExpiresAt: toDate(json.groupExpiresAt),
    expiresAt: toDate(json.expiresAt),
    grantedAt: new Date(json.grantedAt),
  };
}

export function toDate(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
