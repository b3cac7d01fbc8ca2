import type { Severity, SeverityCounts } from '@sallyport/contracts/common';
import type { ImportDecision } from '@sallyport/contracts/staff';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import type { Grant } from '../grant.ts';
import { IMPORT_COLUMNS, IMPORT_FROM, type ImportRecord } from './find-import.ts';

/** The imports of a project that are shown, newest first. */
const SHOWN_IMPORTS = 50;

/** The latest imports of one project. */
export function listImports(tx: Tx, { id }: Grant<'project'>): Promise<ImportRecord[]> {
  return tx.$queryRaw<ImportRecord[]>(Prisma.sql`
    select ${IMPORT_COLUMNS} from ${IMPORT_FROM} where i.project_id = ${id}::uuid
    order by i.created_at desc, i.id desc limit ${SHOWN_IMPORTS}::int`);
}

export interface NewImport {
  format: string;
  fileId: string;
  fileName: string;
  bytes: number;
  createdById: string;
}

/** Notes an uploaded file that waits to be read; returns the id of the import. */
export async function createImport(
  tx: Tx,
  { id: projectId, row: { companyId } }: Grant<'project'>,
  { format, fileId, fileName, bytes, createdById }: NewImport,
): Promise<string> {
  const [created] = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    insert into scan_import (project_id, company_id, format, file_id, file_name, progress_total, created_by_id)
    values (${projectId}::uuid, ${companyId}::uuid, ${format}, ${fileId}::uuid, ${fileName}, ${bytes}::bigint,
      ${createdById}::uuid) returning id`);
  if (!created) throw new Error('the import was not created');
  return created.id;
}

/** Moves an import on, if it is still what the caller saw; the new version, or null when it is not. */
export async function moveImport(
  tx: Tx,
  { id }: Grant<'import'>,
  version: number,
  { from, to }: { from: readonly string[]; to: 'APPLYING' | 'DISCARDED' },
): Promise<number | null> {
  const [moved] = await tx.$queryRaw<{ version: number }[]>(Prisma.sql`
    update scan_import set state = ${to}, version = version + 1, updated_at = app.now(), progress_done = 0,
      progress_total = coalesce(new_instance_count, 0)
    where id = ${id}::uuid and version = ${version} and state = any(${[...from]}::text[]) returning version`);
  return moved?.version ?? null;
}

/** One import as the worker takes it in hand; nobody else writes the row meanwhile. */
export async function lockImport(tx: Tx, id: string): Promise<ImportRecord | null> {
  const [found] = await tx.$queryRaw<ImportRecord[]>(Prisma.sql`
    select ${IMPORT_COLUMNS} from ${IMPORT_FROM} where i.id = ${id}::uuid for update of i`);
  return found ?? null;
}

/** How far the work on an import is: bytes read, or instances written. */
export async function setImportProgress(tx: Tx, id: string, done: number): Promise<void> {
  await tx.$executeRaw(
    Prisma.sql`update scan_import set progress_done = ${done}::bigint where id = ${id}::uuid`,
  );
}

export async function markImportReading(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    update scan_import set state = 'READING', updated_at = app.now(), version = version + 1 where id = ${id}::uuid`);
}

/** What went wrong, in words for people, and the line of the file when it is known. */
export async function markImportFailed(
  tx: Tx,
  id: string,
  problem: { message: string; line: number | null },
): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    update scan_import set state = 'FAILED', problem = left(${problem.message}, 2000), problem_line = ${problem.line}::int,
      updated_at = app.now(), version = version + 1
    where id = ${id}::uuid and state in ('UPLOADED', 'READING', 'APPLYING')`);
}

export interface ImportSummary {
  counts: SeverityCounts;
  findingCount: number;
  instanceCount: number;
  newFindingCount: number;
  newInstanceCount: number;
}

export interface PlannedFindingRow {
  key: string;
  title: string;
  severity: Severity;
  instanceCount: number;
  newInstanceCount: number;
  decision: ImportDecision;
  rule: string;
  findingId: string | null;
}

/** Keeps what the import would do, and says that it can be looked at. */
export async function markImportReady(
  tx: Tx,
  id: string,
  rows: readonly PlannedFindingRow[],
  summary: ImportSummary,
): Promise<void> {
  const column = <Key extends keyof PlannedFindingRow>(key: Key) => rows.map((row) => row[key]);
  await tx.$executeRaw(Prisma.sql`delete from scan_import_finding where import_id = ${id}::uuid`);
  await tx.$executeRaw(Prisma.sql`
    insert into scan_import_finding (import_id, position, key, title, severity, instance_count, new_instance_count,
      decision, rule, finding_id)
    select ${id}::uuid, n.position, n.key, n.title, n.severity, n.instances, n.fresh, n.decision, n.rule, n.finding
    from unnest(${column('key')}::text[], ${column('title')}::text[], ${column('severity')}::text[],
      ${column('instanceCount')}::int[], ${column('newInstanceCount')}::int[], ${column('decision')}::text[],
      ${column('rule')}::text[], ${column('findingId')}::uuid[])
      with ordinality as n (key, title, severity, instances, fresh, decision, rule, finding, position)`);
  await tx.$executeRaw(Prisma.sql`
    update scan_import set state = 'READY', counts = ${JSON.stringify(summary.counts)}::jsonb,
      finding_count = ${summary.findingCount}::int, instance_count = ${summary.instanceCount}::int,
      new_finding_count = ${summary.newFindingCount}::int, new_instance_count = ${summary.newInstanceCount}::int,
      progress_done = progress_total, updated_at = app.now(), version = version + 1
    where id = ${id}::uuid`);
}

/** Ends an import that was carried out: what it really added. */
export async function markImportApplied(
  tx: Tx,
  id: string,
  {
    newFindingCount,
    newInstanceCount,
    appliedById,
  }: Pick<ImportSummary, 'newFindingCount' | 'newInstanceCount'> & {
    appliedById: string;
  },
): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    update scan_import set state = 'APPLIED', applied_at = app.now(), applied_by_id = ${appliedById}::uuid,
      new_finding_count = ${newFindingCount}::int, new_instance_count = ${newInstanceCount}::int,
      progress_done = progress_total, updated_at = app.now(), version = version + 1
    where id = ${id}::uuid`);
}

/** What an import would do, finding by finding, in the order of the file's plan. */
export function listPlannedFindings(tx: Tx, { id }: Grant<'import'>): Promise<PlannedFindingRow[]> {
  return tx.$queryRaw<PlannedFindingRow[]>(Prisma.sql`
    select key, title, severity, instance_count as "instanceCount", new_instance_count as "newInstanceCount", decision,
      rule, finding_id as "findingId"
    from scan_import_finding where import_id = ${id}::uuid order by position`);
}
