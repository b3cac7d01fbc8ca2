import type { PortalPermission } from '@sallyport/contracts/portal';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';

export interface CustomerRecord {
  id: string;
  displayName: string;
  email: string;
  phone: string;
  photo: string | null;
  language: string;
  theme: string;
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
    select a.id, a.display_name as "displayName", a.email, a.phone, a.photo_file_id as photo,
      a.language, a.theme, c.name as "companyName", a.version,
      a.last_sign_in_at as "lastSignInAt",
      (select coalesce(jsonb_agg(jsonb_build_object('name', g.name, 'purpose', g.purpose, 'permissions',
        (select coalesce(jsonb_agg(gg.permission order by gg.permission), '[]')
          from group_grant gg where gg.group_id = g.id)) order by g.name), '[]')
        from access_group g) as groups
    from account a join company c on c.id = a.company_id`);
  return row ?? null;
}

/** Changes one's own name and telephone number. False when they were changed elsewhere first. */
export async function updateOwnCustomer(
  tx: Tx,
  { version, displayName, phone }: { version: number; displayName: string; phone: string },
): Promise<boolean> {
  const changed = await tx.$executeRaw(Prisma.sql`
    update account set display_name = ${displayName}, phone = ${phone}, version = version + 1
    where version = ${version}`);
  return changed === 1;
}

/** How one wants the portal's screens; no part of what an edit of the profile conflicts with. */
export async function setOwnPreferences(
  tx: Tx,
  { language, theme }: { language: string; theme: string },
): Promise<void> {
  await tx.$executeRaw(Prisma.sql`update account set language = ${language}, theme = ${theme}`);
}
