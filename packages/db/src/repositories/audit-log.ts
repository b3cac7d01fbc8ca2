import type { AuditAction, AuditEntry, AuditOutcome } from '@sallyport/contracts/staff';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { countUpTo, type Keyset, keysetPage } from '../keyset/keyset.ts';
import type { ListPage } from './list-page.ts';
import type { PersonRecord } from './user-record.ts';

export interface NewAuditEntry {
  door: 'STAFF' | 'TOOLS' | 'SYSTEM' | 'CLI';
  action: string;
  outcome: AuditOutcome;
  actorId: string | null;
  sessionId: string | null;
  objectType: string | null;
  objectId: string | null;
  address: string | null;
  requestId: string;
  reason: string | null;
  before: Prisma.InputJsonObject | null;
  after: Prisma.InputJsonObject | null;
  occurrences?: number;
}

/** Appends to the log (L2). Without RETURNING, so that appending never needs to read. */
export async function appendAudit(tx: Tx, entries: readonly NewAuditEntry[]): Promise<void> {
  await tx.auditEntry.createMany({
    data: entries.map((entry) => ({
      ...entry,
      before: entry.before ?? Prisma.DbNull,
      after: entry.after ?? Prisma.DbNull,
    })),
  });
}

export interface AuditRecord {
  seq: string;
  at: Date;
  door: 'STAFF' | 'PORTAL' | 'TOOLS' | 'CLI' | 'SYSTEM';
  action: AuditAction;
  outcome: AuditOutcome;
  actor: (Pick<PersonRecord, 'id' | 'photo'> & { name: string }) | null;
  object: { type: string; id: string; name: string | null } | null;
  address: string | null;
  requestId: string;
  reason: string | null;
  before: AuditEntry['before'];
  after: AuditEntry['after'];
  occurrences: number;
}

export interface AuditFilter {
  actions: readonly string[];
  outcome: readonly AuditOutcome[];
  actorId?: string | undefined;
  since?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

const KEYSET: Keyset<'seq'> = {
  columns: { seq: { sql: Prisma.sql`e.seq`, type: 'bigint' } },
  id: { sql: Prisma.sql`e.seq`, type: 'bigint' },
};

// Names are looked up when read: the log itself holds ids alone (L1). A restricted project keeps its name to itself (A16).
const OBJECT_NAME = Prisma.sql`case when e.object_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
  case e.object_type
    when 'account' then (select o.display_name from account o where o.id = e.object_id::uuid)
    when 'group' then (select o.name from access_group o where o.id = e.object_id::uuid)
    when 'company' then (select o.name from company o where o.id = e.object_id::uuid)
    when 'project' then (select o.name from project o where o.id = e.object_id::uuid and not o.is_restricted)
    when 'finding' then (select o.title from finding o join project p on p.id = o.project_id
      where o.id = e.object_id::uuid and not p.is_restricted) end end`;

const COLUMNS = Prisma.sql`e.seq::text, e.at, e.door, e.action, e.outcome, host(e.address) as address,
  e.request_id as "requestId", e.reason, e.before, e.after, e.occurrences,
  case when e.actor_id is null then null else jsonb_build_object('id', e.actor_id, 'name', coalesce(
    (select p.display_name from account p where p.id = e.actor_id), ''), 'photo',
    (select p.photo_file_id from account p where p.id = e.actor_id)) end as actor,
  case when e.object_type is null or e.object_id is null then null else jsonb_build_object(
    'type', e.object_type, 'id', e.object_id, 'name', ${OBJECT_NAME}) end as object`;

/** One page of the log, latest first: two statements. @throws InvalidCursor */
export async function listAudit(
  tx: Tx,
  filter: AuditFilter,
  visible: Prisma.Sql,
): Promise<ListPage<AuditRecord>> {
  const from = Prisma.sql`audit_entry e`;
  const where = [visible, ...matches(filter)];
  const { cursor, limit } = filter;
  const sort = { field: 'seq', direction: 'desc' } as const;
  const page = await keysetPage<AuditRecord, 'seq'>(tx, KEYSET, {
    select: COLUMNS,
    from,
    where,
    sort,
    cursor,
    limit,
  });
  return { ...page, total: await countUpTo(tx, { from, where }) };
}

function matches({ actions, outcome, actorId, since }: AuditFilter): Prisma.Sql[] {
  const parts: Prisma.Sql[] = [];
  if (actions.length > 0) parts.push(Prisma.sql`e.action in (${Prisma.join([...actions])})`);
  if (outcome.length > 0) parts.push(Prisma.sql`e.outcome in (${Prisma.join([...outcome])})`);
  if (actorId !== undefined) parts.push(Prisma.sql`e.actor_id = ${actorId}::uuid`);
  if (since !== undefined) parts.push(Prisma.sql`e.at >= ${since}::timestamptz`);
  return parts;
}
