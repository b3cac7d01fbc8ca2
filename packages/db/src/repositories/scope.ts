import type { ScopeKind } from '@sallyport/contracts/common';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import type { Grant } from '../grant.ts';

export interface ScopeRecord {
  id: string;
  kind: ScopeKind;
  target: string;
  note: string;
  isInScope: boolean;
}

export interface NewScopeItem {
  kind: ScopeKind;
  target: string;
  key: string;
  note: string;
}

const COLUMNS = Prisma.sql`i.id, i.kind, i.target, i.note, i.is_in_scope as "isInScope"`;

/** The whole scope of a project, in the order in which it was written. */
export async function listScope(tx: Tx, { id }: Grant<'project'>): Promise<ScopeRecord[]> {
  return tx.$queryRaw<ScopeRecord[]>(Prisma.sql`
    select ${COLUMNS} from scope_item i where i.project_id = ${id}::uuid order by i.position, i.id`);
}

/** Key of every target, and whether it is in scope. */
export async function scopeKeys(
  tx: Tx,
  { id }: Grant<'project'>,
): Promise<Map<string, { isInScope: boolean }>> {
  const rows = await tx.$queryRaw<{ key: string; isInScope: boolean }[]>(Prisma.sql`
    select i.target_key as key, i.is_in_scope as "isInScope" from scope_item i where i.project_id = ${id}::uuid`);
  return new Map(rows.map(({ key, isInScope }) => [key, { isInScope }]));
}

/** Adds targets at the end. Asked under `lockOpenProject`, so that positions and keys are still free. */
export async function addScope(
  tx: Tx,
  { id, row }: Grant<'project'>,
  items: readonly NewScopeItem[],
  isInScope: boolean,
): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    insert into scope_item (project_id, company_id, kind, target, target_key, note, is_in_scope, position)
    select ${id}::uuid, ${row.companyId}::uuid, n.kind, n.target, n.key, n.note, ${isInScope},
      n.at + (select coalesce(max(i.position), 0) from scope_item i where i.project_id = ${id}::uuid)
    from unnest(${items.map(({ kind }) => kind)}::text[], ${items.map(({ target }) => target)}::text[],
      ${items.map(({ key }) => key)}::text[], ${items.map(({ note }) => note)}::text[])
      with ordinality as n (kind, target, key, note, at)`);
}

/** Note and mark of one target; null when the project has no such target. */
export async function updateScopeItem(
  tx: Tx,
  { id }: Grant<'project'>,
  scopeItemId: string,
  { note, isInScope }: { note: string; isInScope: boolean },
): Promise<ScopeRecord | null> {
  const [row] = await tx.$queryRaw<ScopeRecord[]>(Prisma.sql`
    update scope_item i set note = ${note}, is_in_scope = ${isInScope}
    where i.id = ${scopeItemId}::uuid and i.project_id = ${id}::uuid returning ${COLUMNS}`);
  return row ?? null;
}

/** Removes targets of one project; how many there were. */
export async function removeScope(
  tx: Tx,
  { id }: Grant<'project'>,
  scopeItemIds: readonly string[],
): Promise<number> {
  const { count } = await tx.scopeItem.deleteMany({
    where: { projectId: id, id: { in: [...scopeItemIds] } },
  });
  return count;
}
