import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { countUpTo, type Keyset, keysetPage } from '../keyset/keyset.ts';
import type { ListPage } from './list-page.ts';

export interface SecurityAlertRecord {
  id: string;
  kind: string;
  audience: 'STAFF' | 'CUSTOMER';
  /** An address, or the id of an account: what it is about. */
  subject: string;
  account: { id: string; name: string } | null;
  detail: Record<string, unknown>;
  createdAt: Date;
  lastSeenAt: Date;
  closedAt: Date | null;
  closedBy: { id: string; name: string } | null;
}

const KEYSET: Keyset<'createdAt'> = {
  columns: { createdAt: { sql: Prisma.sql`x.created_at`, type: 'timestamptz' } },
  id: { sql: Prisma.sql`x.id`, type: 'uuid' },
};

/** One page of alerts, latest first, and how many match: two statements. @throws InvalidCursor */
export async function listSecurityAlerts(
  tx: Tx,
  { isOpen, cursor, limit }: { isOpen: boolean; cursor?: string | undefined; limit: number },
  visible: Prisma.Sql,
): Promise<ListPage<SecurityAlertRecord>> {
  const from = Prisma.sql`security_alert x left join account a on a.id = x.account_id
    left join account b on b.id = x.closed_by_id`;
  const where = [visible, isOpen ? Prisma.sql`x.closed_at is null` : Prisma.sql`x.closed_at is not null`];
  const page = await keysetPage<SecurityAlertRecord, 'createdAt'>(tx, KEYSET, {
    select: Prisma.sql`x.id, x.kind, x.audience, x.subject, x.detail, x.created_at as "createdAt",
      x.last_seen_at as "lastSeenAt", x.closed_at as "closedAt",
      case when a.id is null then null else jsonb_build_object('id', a.id, 'name', a.display_name) end as account,
      case when b.id is null then null else jsonb_build_object('id', b.id, 'name', b.display_name) end as "closedBy"`,
    from,
    where,
    sort: { field: 'createdAt', direction: 'desc' },
    cursor,
    limit,
  });
  return { ...page, total: await countUpTo(tx, { from, where }) };
}

/** The audience and kind of an open alert that `visible` (about alert `x`) lets through; null otherwise. */
export async function findOpenAlert(
  tx: Tx,
  id: string,
  visible: Prisma.Sql,
): Promise<{ id: string; audience: 'STAFF' | 'CUSTOMER'; kind: string } | null> {
  const [row] = await tx.$queryRaw<{ id: string; audience: 'STAFF' | 'CUSTOMER'; kind: string }[]>(Prisma.sql`
    select x.id, x.audience, x.kind from security_alert x
    where x.id = ${id}::uuid and x.closed_at is null and (${visible}) for update`);
  return row ?? null;
}

export async function closeSecurityAlert(tx: Tx, id: string, closedById: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    update security_alert set closed_at = app.now(), closed_by_id = ${closedById}::uuid where id = ${id}::uuid`);
}
