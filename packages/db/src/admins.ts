import type { Tx } from './client.ts';

/**
 * A5: waits for every other transaction that makes an Admin unusable. Take it before locking rows; the deferred trigger
 * takes it at COMMIT in any case. Released with the transaction.
 */
export async function lockAdmins(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT app.lock_admins()::text`;
}
