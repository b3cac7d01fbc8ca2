import { randomUUID } from 'node:crypto';
import type { ScannerVector, Severity } from '@sallyport/contracts/common';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';

/** A finding of a project that came from a scanner, and which of its places are known. */
export interface KnownFinding {
  id: string;
  reference: number | null;
  instanceKeys: ReadonlySet<string>;
}

/** Findings of a project by the scanner's key. Two statements, whatever their number. */
export async function knownFindings(
  tx: Tx,
  projectId: string,
  keys: readonly string[],
): Promise<Map<string, KnownFinding>> {
  const findings = await tx.$queryRaw<{ id: string; key: string; reference: number | null }[]>(Prisma.sql`
    select id, source_key as key, reference from finding
    where project_id = ${projectId}::uuid and source_key = any(${[...keys]}::text[])`);
  const instances = await tx.$queryRaw<{ findingId: string; key: string }[]>(Prisma.sql`
    select finding_id as "findingId", source_key as key from instance
    where finding_id = any(${findings.map(({ id }) => id)}::uuid[]) and source_key is not null`);
  const known = new Map(
    findings.map(({ id, reference }) => [id, { id, reference, instanceKeys: new Set<string>() }]),
  );
  for (const { findingId, key } of instances) known.get(findingId)?.instanceKeys.add(key);
  return new Map(
    findings.flatMap(({ id, key }) => {
      const one = known.get(id);
      return one ? [[key, one] as const] : [];
    }),
  );
}

/** Holds the project of an import; false when it was completed meanwhile (Lock). */
export async function lockOpenProjectById(tx: Tx, projectId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    select 1 from project where id = ${projectId}::uuid and completed_at is null for no key update`);
  return rows.length === 1;
}

interface Place {
  projectId: string;
  companyId: string;
  authorId: string;
}

export interface NewImportedFinding {
  key: string;
  title: string;
  severity: Severity;
  scannerVectors: readonly ScannerVector[];
  description: string;
  recommendation: string;
  links: readonly string[];
  cwe: readonly number[];
  cve: readonly string[];
}

/** Findings as a scanner tells them, severity by the tool. Returns their ids by key. */
export async function insertImportedFindings(
  tx: Tx,
  { projectId, companyId, authorId }: Place,
  findings: readonly NewImportedFinding[],
): Promise<Map<string, string>> {
  const rows = findings.map(({ key, scannerVectors, links, cwe, cve, ...texts }) => ({
    ...texts,
    // Customers see the id, so it tells nothing of when and after which others it was made.
    id: randomUUID(),
    projectId,
    companyId,
    sourceKey: key,
    severitySource: 'TOOL',
    scannerVectors: scannerVectors.map(({ version, vector, score }) => ({ version, vector, score })),
    links: [...links],
    cwe: [...cwe],
    cve: [...cve],
    createdById: authorId,
    updatedById: authorId,
  }));
  await tx.finding.createMany({ data: rows });
  return new Map(rows.map(({ sourceKey, id }) => [sourceKey, id]));
}

export interface NewImportedInstance {
  findingId: string;
  key: string;
  host: string;
  address: string;
  port: number | null;
  protocol: string;
  service: string;
  output: string;
  position: number;
}

/** Places that a scanner saw, each with its first event. Two statements. */
export async function insertImportedInstances(
  tx: Tx,
  { projectId, companyId, authorId }: Place,
  instances: readonly NewImportedInstance[],
): Promise<void> {
  if (instances.length === 0) return;
  const ids = instances.map(() => randomUUID());
  const column = <Key extends keyof NewImportedInstance>(key: Key) =>
    instances.map((instance) => instance[key]);
  await tx.$executeRaw(Prisma.sql`
    insert into instance (id, finding_id, project_id, company_id, host, address, port, protocol, service, output,
      source_key, position)
    select n.id, n.finding, ${projectId}::uuid, ${companyId}::uuid, n.host, n.address, n.port, n.protocol, n.service,
      n.output, n.key, n.position
    from unnest(${ids}::uuid[], ${column('findingId')}::uuid[], ${column('host')}::text[], ${column('address')}::text[],
      ${column('port')}::int[], ${column('protocol')}::text[], ${column('service')}::text[],
      ${column('output')}::text[], ${column('key')}::text[], ${column('position')}::int[])
      as n (id, finding, host, address, port, protocol, service, output, key, position)`);
  await tx.$executeRaw(Prisma.sql`
    insert into instance_event (instance_id, finding_id, project_id, company_id, actor_id, from_result, to_result)
    select n.id, n.finding, ${projectId}::uuid, ${companyId}::uuid, ${authorId}::uuid, null, 'OPEN'
    from unnest(${ids}::uuid[], ${column('findingId')}::uuid[]) as n (id, finding)`);
}
