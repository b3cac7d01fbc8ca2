import { uuidv7 } from 'uuidv7';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import type { Grant } from '../grant.ts';
import { INVITATION_DAYS } from './write-account.ts';

export interface InvitedCustomer {
  displayName: string;
  email: string;
  title: string;
  expiresAt: Date | null;
  invitedById: string;
}

/** A customer's account that waits for its first sign-in (U1). Returns its id. */
export async function createInvitedCustomer(
  tx: Tx,
  company: Grant<'company'>,
  account: InvitedCustomer,
): Promise<string> {
  const id = uuidv7();
  await tx.$executeRaw(Prisma.sql`
    insert into account (id, audience, company_id, company_kind, display_name, title, email, status, expires_at,
      invited_by_id, invitation_ends_at)
    values (${id}::uuid, 'CUSTOMER', ${company.id}::uuid, 'EXTERNAL', ${account.displayName}, ${account.title},
      ${account.email}, 'INVITED', ${account.expiresAt}, ${account.invitedById}::uuid,
      app.now() + make_interval(days => ${INVITATION_DAYS}))`);
  return id;
}

/** U1: whether a customer with this address exists already, in whatever state. */
export async function isCustomerEmailTaken(tx: Tx, email: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ exists: boolean }[]>(Prisma.sql`
    select exists (select from account a where a.audience = 'CUSTOMER' and a.email = ${email})`);
  return row?.exists ?? false;
}

/** The portal's customers' groups that one may be invited into: those that have not ended. */
export async function customerGroupChoices(
  tx: Tx,
  visible: Prisma.Sql,
): Promise<{ id: string; name: string; purpose: string; requiresAccountExpiry: boolean }[]> {
  return tx.$queryRaw(Prisma.sql`
    select g.id, g.name, g.purpose, g.requires_account_expiry as "requiresAccountExpiry"
    from access_group g where g.audience = 'CUSTOMER' and (g.expires_at is null or g.expires_at > app.now())
      and (${visible})
    order by g.key is null, g.created_at, g.name, g.id`);
}
