import type { Approach } from '@sallyport/contracts/common';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import type { Grant } from '../grant.ts';
import { newProjectReference } from '../project-reference.ts';

export interface ProjectFields {
  name: string;
  typeId: string;
  approach: Approach | null;
  testStart: string | null;
  testEnd: string | null;
  description: string;
}

/** Types and standards that a project form chooses from, in their order. */
export async function projectChoices(
  tx: Tx,
): Promise<{ types: { id: string; name: string }[]; standards: { id: string; name: string }[] }> {
  const inOrder = {
    select: { id: true, name: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  } as const;
  return {
    types: await tx.projectType.findMany({ ...inOrder, orderBy: [...inOrder.orderBy] }),
    standards: await tx.reportStandard.findMany({ ...inOrder, orderBy: [...inOrder.orderBy] }),
  };
}

/** Those of the type and the standards that do not exist. */
export async function unknownChoices(
  tx: Tx,
  { typeId, standardIds }: { typeId: string; standardIds: readonly string[] },
): Promise<{ type: boolean; standards: boolean }> {
  const [row] = await tx.$queryRaw<{ types: number; standards: number }[]>(Prisma.sql`
    select (select count(*)::int from project_type where id = ${typeId}::uuid) as types,
      (select count(*)::int from report_standard where id = any(${[...standardIds]}::uuid[])) as standards`);
  return { type: row?.types !== 1, standards: row?.standards !== standardIds.length };
}

/** A project whose first owner made it. Names in `companyId` a client company that the caller was proved to see. */
export async function createProject(
  tx: Tx,
  companyId: string,
  fields: ProjectFields,
  standardIds: readonly string[],
  ownerId: string,
): Promise<{ id: string; reference: string }> {
  const created = await insertProject(tx, companyId, fields, ownerId);
  await tx.projectStandard.createMany({
    data: standardIds.map((standardId) => ({ projectId: created.id, companyId, standardId })),
  });
  await tx.projectMember.createMany({
    data: [{ projectId: created.id, accountId: ownerId, role: 'OWNER', addedById: ownerId }],
  });
  return created;
}

/** Fields and standards at once. False when somebody else changed the project first. */
export async function updateProject(
  tx: Tx,
  { id, row }: Grant<'project'>,
  version: number,
  fields: ProjectFields,
  standardIds: readonly string[],
): Promise<boolean> {
  const count = await tx.$executeRaw(Prisma.sql`
    update project set name = ${fields.name}, type_id = ${fields.typeId}::uuid, approach = ${fields.approach},
      test_start = ${fields.testStart}::date, test_end = ${fields.testEnd}::date, description = ${fields.description},
      updated_at = app.now(), version = version + 1
    where id = ${id}::uuid and version = ${version} and completed_at is null`);
  if (count !== 1) return false;
  await tx.projectStandard.deleteMany({ where: { projectId: id } });
  await tx.projectStandard.createMany({
    data: standardIds.map((standardId) => ({ projectId: id, companyId: row.companyId, standardId })),
  });
  return true;
}

/** Holds a project that is not completed until the transaction ends; false when it was completed meanwhile (Lock). */
export async function lockOpenProject(tx: Tx, { id }: Grant<'project'>): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    select 1 from project where id = ${id}::uuid and completed_at is null for no key update`);
  return rows.length === 1;
}

const TRIES = 10;

/** References are random, so that one may be taken already. */
async function insertProject(
  tx: Tx,
  companyId: string,
  fields: ProjectFields,
  ownerId: string,
): Promise<{ id: string; reference: string }> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const reference = newProjectReference();
    const [row] = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
      insert into project (company_id, reference, name, type_id, approach, test_start, test_end, description,
        created_by_id)
      values (${companyId}::uuid, ${reference}, ${fields.name}, ${fields.typeId}::uuid, ${fields.approach},
        ${fields.testStart}::date, ${fields.testEnd}::date, ${fields.description}, ${ownerId}::uuid)
      on conflict (reference) do nothing returning id`);
    if (row) return { id: row.id, reference };
  }
  throw new Error('no free reference was found');
}
