import { announce, type Tx } from '@sallyport/db';

const ONE_BY_ONE = 20;

/** Tells open pages which findings changed; of many at once only that the project did. */
export async function announceFindings(
  tx: Tx,
  projectId: string,
  findingIds: readonly string[],
): Promise<void> {
  if (findingIds.length > ONE_BY_ONE) return announce(tx, { kind: 'project', id: projectId, projectId });
  for (const id of findingIds) await announce(tx, { kind: 'finding', id, projectId });
}
