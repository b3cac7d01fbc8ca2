import { randomUUID } from 'node:crypto';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import type { Grant } from '../grant.ts';

type EvidenceAudience = 'INTERNAL' | 'CLIENT';

/** The finding that evidence belongs to, for whoever may see that finding; null when there is no such evidence. */
export async function findingIdOfEvidence(tx: Tx, evidenceId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ findingId: string }[]>(
    Prisma.sql`select e.finding_id as "findingId" from evidence e where e.id = ${evidenceId}::uuid`,
  );
  return row?.findingId ?? null;
}

export interface EvidenceState {
  fileId: string;
  audience: EvidenceAudience;
}

/** One piece of evidence of a finding, held until the transaction ends; null when the finding has no such evidence. */
export async function lockEvidence(
  tx: Tx,
  { id }: Grant<'finding'>,
  evidenceId: string,
): Promise<EvidenceState | null> {
  const [row] = await tx.$queryRaw<EvidenceState[]>(Prisma.sql`
    select e.file_id as "fileId", e.audience from evidence e
    where e.id = ${evidenceId}::uuid and e.finding_id = ${id}::uuid for update`);
  return row ?? null;
}

/** The file of one piece of evidence of a finding. */
export async function fileOfEvidence(
  tx: Tx,
  { id }: Grant<'finding'>,
  evidenceId: string,
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ fileId: string }[]>(Prisma.sql`
    select e.file_id as "fileId" from evidence e where e.id = ${evidenceId}::uuid and e.finding_id = ${id}::uuid`);
  return row?.fileId ?? null;
}

/** Whether a finding is out now, and how much evidence it holds. Asked under the lock of the project. */
export async function evidencePlace(
  tx: Tx,
  { id }: Grant<'finding'>,
): Promise<{ isPublished: boolean; count: number }> {
  const [row] = await tx.$queryRaw<{ isPublished: boolean; count: number }[]>(Prisma.sql`
    select f.published_at is not null as "isPublished",
      (select count(*)::int from evidence e where e.finding_id = f.id) as count
    from finding f where f.id = ${id}::uuid`);
  return row ?? { isPublished: false, count: 0 };
}

/** Adds evidence for the client at the end; returns its id. */
export async function addEvidence(
  tx: Tx,
  { id: findingId, row: { projectId, companyId } }: Grant<'finding'>,
  { fileId, alt }: { fileId: string; alt: string },
  authorId: string,
): Promise<string> {
  const id = randomUUID();
  await tx.$executeRaw(Prisma.sql`
    insert into evidence (id, finding_id, project_id, company_id, file_id, alt, created_by_id, position)
    values (${id}::uuid, ${findingId}::uuid, ${projectId}::uuid, ${companyId}::uuid, ${fileId}::uuid, ${alt},
      ${authorId}::uuid,
      (select coalesce(max(e.position), 0) + 1 from evidence e where e.finding_id = ${findingId}::uuid))`);
  return id;
}

export async function updateEvidence(
  tx: Tx,
  evidenceId: string,
  fields: { caption: string; alt: string; audience: EvidenceAudience },
): Promise<void> {
  await tx.evidence.updateMany({ where: { id: evidenceId }, data: fields });
}

/** Removes the row; its file is the caller's to remove. */
export async function removeEvidence(tx: Tx, evidenceId: string): Promise<void> {
  await tx.evidence.deleteMany({ where: { id: evidenceId } });
}
