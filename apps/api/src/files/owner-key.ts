import { addWrappedKey, type FileOwner, readWrappedKey, type StoreName, type Tx } from '@sallyport/db';
import { newKey, unwrapKey, wrapKey } from './wrapped-key.ts';

/** The data key of an owner in a store, made at first use. */
export async function ownerKey(
  tx: Tx,
  wrappingKey: Buffer,
  owner: FileOwner,
  store: StoreName,
): Promise<Buffer> {
  const purpose = keyPurpose(owner, store);
  const found = await readWrappedKey(tx, owner, store);
  if (found) return unwrapKey(wrappingKey, found, purpose);
  await addWrappedKey(tx, owner, store, wrapKey(wrappingKey, newKey(), purpose));
  // Somebody else may have made it at the same moment: what is stored counts.
  const stored = await readWrappedKey(tx, owner, store);
  if (!stored) throw new Error('the key of an owner could not be stored');
  return unwrapKey(wrappingKey, stored, purpose);
}

/** What a wrapped data key is bound to, so that it opens in no other place. */
export function keyPurpose({ companyId, projectId }: FileOwner, store: StoreName): string {
  return `sallyport/file-key/1:${store}:${companyId}:${projectId ?? ''}`;
}
