import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { type AccountReference, placeOf, type ReferencesOf, referencesOf } from '../owned-references.ts';

/** Rows that refer to an account by references of one kind, counted in one statement; those with none are left out. */
async function countReferences<Name extends AccountReference>(
  tx: Tx,
  accountId: string,
  references: readonly Name[],
): Promise<{ reference: Name; count: number }[]> {
  if (references.length === 0) return [];
  const counts = references.map((reference) => {
    const { table, column } = placeOf(reference);
    // Both are ours: they come from the list of references, never from a caller.
    return Prisma.sql`select ${reference} as reference,
      (select count(*)::int from ${Prisma.raw(`"${table}"`)} r where r.${Prisma.raw(`"${column}"`)} = ${accountId}::uuid) as count`;
  });
  const rows = await tx.$queryRaw<{ reference: Name; count: number }[]>(
    Prisma.sql`select * from (${Prisma.join(counts, ' union all ')}) counted where count > 0`,
  );
  return rows;
}

/** U4: what an account answers for, whether or not the caller may see it. */
export function countOwned(
  tx: Tx,
  { id }: { id: string },
): Promise<{ reference: ReferencesOf<'owned'>; count: number }[]> {
  return countReferences(tx, id, referencesOf('owned'));
}

/** U4: what an account has done that stays: with one of these it is anonymised, never deleted. */
export function countTraces(
  tx: Tx,
  { id }: { id: string },
): Promise<{ reference: ReferencesOf<'authored'>; count: number }[]> {
  return countReferences(tx, id, referencesOf('authored'));
}
