import { randomUUID } from 'node:crypto';
import type { Severity, SeveritySource } from '@sallyport/contracts/common';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import type { Grant } from '../grant.ts';

/** A finding begins with its title and a rating by hand; returns its id. */
export async function createFinding(
  tx: Tx,
  { id: projectId, row: { companyId } }: Grant<'project'>,
  { title, severity }: { title: string; severity: Severity },
  authorId: string,
): Promise<string> {
  // Customers see the id, so it tells nothing of when and after which others it was made.
  const id = randomUUID();
  await tx.finding.createMany({
    data: [{ id, projectId, companyId, title, severity, createdById: authorId, updatedById: authorId }],
  });
  return id;
}

export interface FindingFields {
  title: string;
  severity: Severity;
  severitySource: SeveritySource;
  cvss31Vector: string | null;
  cvss31Score: number | null;
  cvss40Vector: string | null;
  cvss40Score: number | null;
  cwe: readonly number[];
  cve: readonly string[];
  links: readonly string[];
  description: string;
  impact: string;
  steps: string;
  recommendation: string;
}

/** Everything that is written of a finding, at once. Null when somebody else changed it first. */
export async function updateFinding(
  tx: Tx,
  { id }: Grant<'finding'>,
  version: number,
  fields: FindingFields,
  authorId: string,
): Promise<{ version: number; updatedAt: Date } | null> {
  const [saved] = await tx.$queryRaw<{ version: number; updatedAt: Date }[]>(Prisma.sql`
    update finding set title = ${fields.title}, severity = ${fields.severity},
      severity_source = ${fields.severitySource}, cvss31_vector = ${fields.cvss31Vector},
      cvss31_score = ${fields.cvss31Score}::numeric, cvss40_vector = ${fields.cvss40Vector},
      cvss40_score = ${fields.cvss40Score}::numeric, cwe = ${[...fields.cwe]}::int[],
      cve = ${[...fields.cve]}::text[], links = ${[...fields.links]}::text[], description = ${fields.description},
      impact = ${fields.impact}, steps = ${fields.steps}, recommendation = ${fields.recommendation},
      updated_by_id = ${authorId}::uuid, updated_at = app.now(), version = version + 1
    where id = ${id}::uuid and version = ${version}
    returning version, updated_at as "updatedAt"`);
  return saved ?? null;
}

/**
 * Deletes a finding that was never published, with its instances and evidence rows, also out of reports that are
 * drafts. Null when somebody else changed or published it first; else the files that are nobody's now.
 */
export async function deleteFinding(
  tx: Tx,
  { id }: Grant<'finding'>,
  version: number,
): Promise<{ fileIds: string[] } | null> {
  const open = await tx.$queryRaw<unknown[]>(Prisma.sql`
    select 1 from finding where id = ${id}::uuid and version = ${version} and first_published_at is null for update`);
  if (open.length === 0) return null;
  const files = await tx.evidence.findMany({ where: { findingId: id }, select: { fileId: true } });
  await tx.reportFinding.deleteMany({ where: { findingId: id } });
  await tx.finding.deleteMany({ where: { id } });
  return { fileIds: files.map(({ fileId }) => fileId) };
}

/** Holds the open project of a finding until the transaction ends; false when it was completed meanwhile (Lock). */
export async function lockOpenProjectOf(tx: Tx, { row }: Grant<'finding'>): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    select 1 from project where id = ${row.projectId}::uuid and completed_at is null for no key update`);
  return rows.length === 1;
}

/** Notes who worked on a finding last. Its version stays, so that what others are writing can still be saved. */
export async function touchFinding(tx: Tx, { id }: Grant<'finding'>, actorId: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    update finding set updated_at = app.now(), updated_by_id = ${actorId}::uuid where id = ${id}::uuid`);
}
