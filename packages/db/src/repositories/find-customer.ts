import type { CustomerAccount } from '@sallyport/access';
import { type AccountStatus, Audience } from '@sallyport/contracts/common';
import { PortalPermissionSchema } from '@sallyport/contracts/portal';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import {
  MEMBERSHIPS_JSON,
  type MembershipJson,
  type MembershipRecord,
  type PersonRecord,
  personJson,
  toMembership,
} from './user-record.ts';

/** A customer's account as its detail page needs it. */
export interface CustomerAccountRecord extends PersonRecord {
  companyId: string;
  companyName: string;
  email: string;
  status: AccountStatus;
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

/** One customer account in one statement, if `visible` (about account `a`) lets it through. */
export async function findCustomer(
  tx: Tx,
  id: string,
  visible: Prisma.Sql,
): Promise<CustomerAccountRecord | null> {
  const [row] = await tx.$queryRaw<
    (Omit<CustomerAccountRecord, 'memberships'> & { memberships: MembershipJson[] })[]
  >(Prisma.sql`
    select a.id, a.display_name as "displayName", a.title, a.photo_file_id as photo, a.company_id as "companyId", c.name as "companyName",
      a.email, a.status, c.archived_at is null as "isCompanyActive", a.expires_at as "expiresAt",
      a.suspended_at as "suspendedAt", a.activated_at as "activatedAt", a.last_sign_in_at as "lastSignInAt",
      a.created_at as "createdAt", a.version, ${personJson('ib')} as "invitedBy",
      a.invitation_ends_at as "invitationEndsAt", ${MEMBERSHIPS_JSON} as memberships
    from account a join company c on c.id = a.company_id left join account ib on ib.id = a.invited_by_id
    where a.id = ${id}::uuid and a.audience = 'CUSTOMER' and (${visible})`);
  return row ? { ...row, memberships: row.memberships.map((json) => toMembership(json)) } : null;
}

/** What the access rules need to know of a customer account. */
export function customerFacts(row: CustomerAccountRecord): CustomerAccount {
  const { id, companyId, status, suspendedAt, expiresAt, isCompanyActive } = row;
  return {
    audience: Audience.Customer,
    id,
    companyId,
    status,
    suspendedAt,
    expiresAt,
    isCompanyActive,
    memberships: row.memberships.map((membership) => ({
      ...membership,
      grants: membership.grants.map(({ permission }) => PortalPermissionSchema.parse(permission)),
    })),
  };
}
