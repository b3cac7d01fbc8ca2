import { portalSet, staffSet } from '@sallyport/access';
import { Audience } from '@sallyport/contracts/common';
import { PortalPermissionSchema } from '@sallyport/contracts/portal';
import type { GroupGrants, StaffGrant } from '@sallyport/contracts/staff';
import { Prisma } from '../generated/client.ts';
import { GRANTS_JSON, type PersonRecord, personJson, toDate } from './user-record.ts';

export interface GroupMemberRecord extends PersonRecord {
  /** The account can be used, so that the membership counts. */
  isActive: boolean;
  grantedAt: Date;
  grantedBy: PersonRecord | null;
  reason: string;
  expiresAt: Date | null;
}

/** A group with what it gives and whom of its members the caller may see. */
export interface GroupRecord {
  id: string;
  audience: Audience;
  /** Key of a built-in group (A6). */
  key: string | null;
  name: string;
  purpose: string;
  isAssignable: boolean;
  requiresAccountExpiry: boolean;
  expiresAt: Date | null;
  version: number;
  grants: GroupGrants;
  /** All members, seen or not. */
  memberCount: number;
  members: GroupMemberRecord[];
}

/** One row of the list: at most five members. */
export type GroupListRecord = Omit<GroupRecord, 'members' | 'version'> & {
  members: PersonRecord[];
};

/** Expects the group as `g`. */
export const GROUP_COLUMNS = Prisma.sql`g.id, g.audience, g.key, g.name, g.purpose, g.is_assignable as "isAssignable",
  g.requires_account_expiry as "requiresAccountExpiry", g.expires_at as "expiresAt", g.version,
  ${GRANTS_JSON} as "grantRows",
  (select count(*)::int from membership m where m.group_id = g.id) as "memberCount"`;

/** The members of group `g` that `visible` (about account `a`) lets through, as JSON. */
export function membersJson(visible: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(select coalesce(jsonb_agg(jsonb_build_object(
    'id', a.id, 'displayName', a.display_name, 'title', a.title, 'photo', a.photo_file_id,
    'isActive', a.status = 'ACTIVE' and a.suspended_at is null and (a.expires_at is null or a.expires_at > app.now()),
    'grantedAt', m.granted_at, 'grantedBy', ${personJson('gb')}, 'reason', m.reason, 'expiresAt', m.expires_at)
    order by a.display_name, a.id), '[]')
    from membership m join account a on a.id = m.account_id left join account gb on gb.id = m.granted_by_id
    where m.group_id = g.id and (${visible}))`;
}

export interface GroupRow extends Omit<GroupRecord, 'grants' | 'members'> {
  grantRows: StaffGrant[];
}

export interface MemberJson extends PersonRecord {
  isActive: boolean;
  grantedAt: string;
  grantedBy: PersonRecord | null;
  reason: string;
  expiresAt: string | null;
}

export function toMember(json: MemberJson): GroupMemberRecord {
  return { ...json, grantedAt: new Date(json.grantedAt), expiresAt: toDate(json.expiresAt) };
}

/** A10: the rows of group_grant in the words of the group's audience and the order of the screens. */
export function toGrants(audience: Audience, rows: readonly StaffGrant[]): GroupGrants {
  if (audience === Audience.Staff) return { audience, staff: staffSet.toGrants(staffSet.fromGrants(rows)) };
  const permissions = rows.map(({ permission }) => PortalPermissionSchema.parse(permission));
  return { audience, customer: portalSet.toGrants(portalSet.fromGrants(permissions)) };
}
