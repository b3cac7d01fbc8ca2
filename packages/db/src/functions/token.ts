import type { Tx } from '../client.ts';

/** S4: counts a token that was not right against the address it came from. False when that has too many. */
export async function countTokenFailure(tx: Tx, address: string | null): Promise<boolean> {
  const rows = await tx.$queryRaw<{ isAllowed: boolean }[]>`
    SELECT app.count_token_failure(${address}::inet) AS "isAllowed"`;
  return rows[0]?.isAllowed ?? false;
}
