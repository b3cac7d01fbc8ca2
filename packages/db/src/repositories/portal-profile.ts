import type { PortalPermission } from '@sallyport/contracts/portal';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';

export interface CustomerRecord {
  id: string;
  displayName: string;
  email: string;
  companyName: string;
  version: number;
  lastSignInAt: Date | null;
  groups: { name: string; purpose: string; permissions: PortalPermission[] }[];
}

/**
 * One's own profile at the portal. No id anywhere: the row policies show one's own account, company and live groups, as
 * the session proves them (C1).
 */
export async function readOwnCustomer(tx: Tx): Promise<CustomerRecord | null> {
  const [row] = await tx.$queryRaw<CustomerRecord[]>(Prisma.sql`
    select a.id, a.display_name as "displayName", a.email, c.name as "companyName", a.version,
      a.last_sign_in_at as "lastSignInAt",
      (select coalesce(jsonb_agg(jsonb_build_object('name', g.name, 'purpose', g.purpose, 'permissions',
        (select coalesce(jsonb_agg(gg.permission order by gg.permission), '[]')
          from group_grant gg where gg.group_id = g.id)) order by g.name), '[]')
        from access_group g) as groups
    from account a join company c on c.id = a.company_id`);
  return row ?? null;
}

/** Changes one's own name. False when it was changed elsewhere first. */
export async function updateOwnCustomer(
  tx: Tx,
  { version, displayName }: { version: number; displayName: string },
): Promise<boolean> {
  const changed = await tx.$executeRaw(Prisma.sql`
    update account set display_name = ${displayName}, version = version + 1 where version = ${version}`);
  return changed === 1;
}
