import type { Account, CustomerAccount, StaffAccount } from '@sallyport/access';
import { type AccountStatus, Audience } from '@sallyport/contracts/common';
import { PortalPermissionSchema } from '@sallyport/contracts/portal';
import type { StaffGrant } from '@sallyport/contracts/staff';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import {
  MEMBERSHIPS_JSON,
  type MembershipJson,
  type PersonRecord,
  toMembership,
  type UserRecord,
} from './user-record.ts';

/** What the access rules need to know of a staff account. */
export function staffFacts(row: UserRecord): StaffAccount {
  const { id, status, suspendedAt, expiresAt, isCompanyActive, isAdmin, memberships } = row;
  return {
    audience: Audience.Staff,
    id,
    status,
    suspendedAt,
    expiresAt,
    isCompanyActive,
    isAdmin,
    memberships,
  };
}

/** An account with its name, for rules that speak about people. */
export interface NamedAccount {
  person: PersonRecord;
  account: Account;
}

interface AccountRow extends PersonRecord {
  audience: Audience;
  companyId: string;
  status: AccountStatus;
  isAdmin: boolean;
  isCompanyActive: boolean;
  expiresAt: Date | null;
  suspendedAt: Date | null;
  memberships: MembershipJson[];
}

/** Facts of several accounts in one statement, in the order of their ids; those outside `visible` are missing. */
export async function readAccounts(
  tx: Tx,
  ids: readonly string[],
  visible: Prisma.Sql,
): Promise<NamedAccount[]> {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<AccountRow[]>(Prisma.sql`
    select a.id, a.display_name as "displayName", a.title, a.photo_file_id as photo, a.audience, a.company_id as "companyId", a.status,
      a.is_admin as "isAdmin", c.archived_at is null as "isCompanyActive", a.expires_at as "expiresAt",
      a.suspended_at as "suspendedAt", ${MEMBERSHIPS_JSON} as memberships
    from account a join company c on c.id = a.company_id
    where a.id = any(${ids}::uuid[]) and (${visible}) order by a.id`);
  return rows.map((row) => ({
    person: { id: row.id, displayName: row.displayName, title: row.title, photo: row.photo },
    account: row.audience === Audience.Staff ? staffAccount(row) : customerAccount(row),
  }));
}

function staffAccount(row: AccountRow): StaffAccount {
  const { id, status, suspendedAt, expiresAt, isCompanyActive, isAdmin } = row;
  const memberships = row.memberships.map((json) => toMembership<StaffGrant>(json));
  return {
    audience: Audience.Staff,
    id,
    status,
    suspendedAt,
    expiresAt,
    isCompanyActive,
    isAdmin,
    memberships,
  };
}

function customerAccount(row: AccountRow): CustomerAccount {
  const { id, status, suspendedAt, expiresAt, isCompanyActive, companyId } = row;
  const memberships = row.memberships.map((json) => {
    const membership = toMembership<StaffGrant>(json);
    const grants = json.grants.map((grant) => PortalPermissionSchema.parse(grant.permission));
    return { ...membership, grants };
  });
  return {
    audience: Audience.Customer,
    id,
    status,
    suspendedAt,
    expiresAt,
    isCompanyActive,
    companyId,
    memberships,
  };
}
