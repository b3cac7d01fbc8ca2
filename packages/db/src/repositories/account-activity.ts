import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { type AuditRecord, listAudit } from './audit-log.ts';
import type { ListPage } from './list-page.ts';

export interface AccountActivityFilter {
  accountId: string;
  cursor?: string | undefined;
  limit: number;
}

/**
 * What the log holds by and about one account, latest first. `visible` is about entry `e`. @throws InvalidCursor
 */
export function listAccountActivity(
  tx: Tx,
  { accountId, cursor, limit }: AccountActivityFilter,
  visible: Prisma.Sql,
): Promise<ListPage<AuditRecord>> {
  const isTheirs = Prisma.sql`(e.actor_id = ${accountId}::uuid
    or (e.object_type = 'account' and e.object_id = ${accountId}))`;
  const where = Prisma.sql`${isTheirs} and (${visible})`;
  return listAudit(tx, { actions: [], outcome: [], cursor, limit }, where);
}
