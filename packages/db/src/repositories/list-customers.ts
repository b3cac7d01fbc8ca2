import type { ShownStatus } from '@sallyport/contracts/staff';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import type { Grant } from '../grant.ts';
import { HAS_FACTOR, SHOWN_STATUS } from './list-users.ts';
import type { PersonRecord } from './user-record.ts';

/** A customer's account as Manage Customers sees it. */
export interface CustomerListRecord extends PersonRecord {
  email: string;
  status: ShownStatus;
  hasFactor: boolean;
  groups: { id: string; name: string }[];
  lastSignInAt: Date | null;
  invitationEndsAt: Date | null;
  expiresAt: Date | null;
}

/** All customers of a company by name, in one statement; who was anonymised is left out. */
export async function listCustomers(
  tx: Tx,
  { id }: Grant<'company'>,
  visible: Prisma.Sql,
): Promise<CustomerListRecord[]> {
  return tx.$queryRaw<CustomerListRecord[]>(Prisma.sql`
    select a.id, a.display_name as "displayName", a.title, a.photo_file_id as photo, a.email, a.last_sign_in_at as "lastSignInAt",
      case when a.status = 'INVITED' then a.invitation_ends_at end as "invitationEndsAt", a.expires_at as "expiresAt",
      ${SHOWN_STATUS} as status, ${HAS_FACTOR} as "hasFactor",
      (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.name, g.id), '[]')
        from membership m join access_group g on g.id = m.group_id where m.account_id = a.id) as groups
    from account a where a.company_id = ${id}::uuid and a.status <> 'ANONYMISED' and (${visible})
    order by a.display_name, a.id`);
}

/** Names alone, for owners and team of the company's projects. */
export async function listCustomerNames(
  tx: Tx,
  { id }: { id: string },
  visible: Prisma.Sql,
): Promise<PersonRecord[]> {
  return tx.$queryRaw<PersonRecord[]>(Prisma.sql`
    select a.id, a.display_name as "displayName", a.title, a.photo_file_id as photo from account a
    where a.company_id = ${id}::uuid and a.status <> 'ANONYMISED' and (${visible}) order by a.display_name, a.id`);
}
