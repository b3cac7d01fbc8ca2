import { randomUUID } from 'node:crypto';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import type { Grant } from '../grant.ts';

export interface NewInstance {
  host: string;
  address: string;
  port: number | null;
  protocol: string;
  url: string;
  note: string;
}

/** What is shown of every instance that a finding holds. */
export async function instanceTargets(tx: Tx, { id }: Grant<'finding'>): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ target: string }[]>(
    Prisma.sql`select i.target from instance i where i.finding_id = ${id}::uuid`,
  );
  return new Set(rows.map(({ target }) => target));
}

/** Adds instances at the end, each with its first event. Asked under the lock of the project. */
export async function addInstances(
  tx: Tx,
  { id, row: { projectId, companyId } }: Grant<'finding'>,
  instances: readonly NewInstance[],
  actorId: string,
): Promise<void> {
  if (instances.length === 0) return;
  const ids = instances.map(() => randomUUID());
  const column = <Key extends keyof NewInstance>(key: Key) => instances.map((instance) => instance[key]);
  await tx.$executeRaw(Prisma.sql`
    insert into instance (id, finding_id, project_id, company_id, host, address, port, protocol, url, note, position)
    select n.id, ${id}::uuid, ${projectId}::uuid, ${companyId}::uuid, n.host, n.address, n.port, n.protocol, n.url,
      n.note, n.at + (select coalesce(max(i.position), 0) from instance i where i.finding_id = ${id}::uuid)
    from unnest(${ids}::uuid[], ${column('host')}::text[], ${column('address')}::text[], ${column('port')}::int[],
      ${column('protocol')}::text[], ${column('url')}::text[], ${column('note')}::text[])
      with ordinality as n (id, host, address, port, protocol, url, note, at)`);
  await tx.$executeRaw(Prisma.sql`
    insert into instance_event (instance_id, finding_id, project_id, company_id, actor_id, from_result, to_result)
    select n.id, ${id}::uuid, ${projectId}::uuid, ${companyId}::uuid, ${actorId}::uuid, null, 'OPEN'
    from unnest(${ids}::uuid[]) as n (id)`);
}

/** Parameter and note of one instance; false when the finding has no such instance. */
export async function updateInstance(
  tx: Tx,
  { id }: Grant<'finding'>,
  instanceId: string,
  fields: { parameter: string; note: string },
): Promise<boolean> {
  const { count } = await tx.instance.updateMany({ where: { id: instanceId, findingId: id }, data: fields });
  return count === 1;
}

/** Removes instances of one finding; how many there were. */
export async function removeInstances(
  tx: Tx,
  { id }: Grant<'finding'>,
  instanceIds: readonly string[],
): Promise<number> {
  const { count } = await tx.instance.deleteMany({ where: { findingId: id, id: { in: [...instanceIds] } } });
  return count;
}
